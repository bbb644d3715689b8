using Microsoft.Extensions.Primitives;
using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Ledger;

namespace Zhixin.Web.Petitions;

/// <summary>The registration page: form, live matching, registering with or without joining.</summary>
public static class RegisterPages
{
    /// <summary>Maps the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/register", Empty);
        app.MapPost("/contacts", Post); // FileForms checks the form's token.
        app.MapPost("/contacts/repeats", Repeats).Posted();
        app.MapPost("/contacts/draft", KeepDraft).Posted();
    }

    private static async Task<IResult> KeepDraft(HttpContext http, Office office, CancellationToken stop) => Replies.Bare<DraftNote>(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["Text"] = await Drafts.Keep(office, http.Member().Id, await Forms.Read(http), stop) });

    private static async Task<IResult> Empty(HttpContext http, Office office, CancellationToken stop)
    {
        var now = RegisterReading.Now(office);
        if (await Drafts.Of(office, http.Member().Id, stop) is { } draft)
        {
            var typed = await RegisterReading.Typed(http, office, new PostedForm(new FormCollection(draft.ToDictionary(v => v.Key, v => new StringValues(v.Value), StringComparer.Ordinal))), stop);
            var repeats = RegisterReading.IsMatchable(typed)
                ? await RepeatPanels.Of(http, office, await RegisterReading.Hits(http, office, typed, stop), true, stop)
                : RepeatModel.NotYet;
            return Replies.Page<RegisterPage>(http, RegisterView.Model(office, http.Member().Court, FormState.Of(draft), Replies.FreshKey(), repeats) with
            {
                DraftNote = Reception.Arrivals.IsAsked(http) ? "先恢复了上次没有登记的草稿；登记以后再从接访台账打开，会自动填好" : "已恢复上次没有登记的草稿", Held = HeldFile.Of(office, http.Member().Id, draft.GetValueOrDefault(FileForms.Held)),
            });
        }

        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["receivedAt"] = now.ToString("yyyy-MM-dd HH:mm"), ["channel"] = "visit", ["venue"] = "own-court", ["receivedBy"] = http.Member().Name,
            ["personCount"] = "1", ["capacity"] = "applicant", ["personKind"] = "natural", ["accused"] = "no", ["outcome"] = "passed-on",
        };
        if (http.Request.Query["caseNumber"].ToString().Trim() is { Length: > 0 and <= 64 } caseNumber)
        {
            values["caseNumber"] = caseNumber; // From the record of checks on a case, where somebody complained.
        }

        await Reception.Arrivals.Fill(values, http, office, stop);
        var begun = Reception.Arrivals.IsAsked(http)
            ? await RegisterReading.Typed(http, office, new PostedForm(new FormCollection(values.ToDictionary(v => v.Key, v => new StringValues(v.Value), StringComparer.Ordinal))), stop) : null;
        var earlier = begun is not null && RegisterReading.IsMatchable(begun) ? await RepeatPanels.Of(http, office, await RegisterReading.Hits(http, office, begun, stop), true, stop) : RepeatModel.NotYet;
        return Replies.Page<RegisterPage>(http, RegisterView.Model(office, http.Member().Court, FormState.Of(values), Replies.FreshKey(), earlier));
    }

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var posted = await FileForms.Read(http, office, stop);
        var form = posted.Form;
        var typed = await RegisterReading.Typed(http, office, form, stop);
        var (files, gone) = office.Attachments.Arrived(http.Member().Id, posted.Uploads);
        var wrong = gone is null ? posted.Refusals : [.. posted.Refusals, gone];
        if (form["join"] is null && form["separate"] is null && form["intent"] != "register")
        {
            if (form["intent"] == "draft")
            {
                await Drafts.Keep(office, http.Member().Id, form, stop);
                return Results.Redirect("/register");
            }

            return Replies.Page<RegisterPage>(http, await RegisterView.Checked(http, office, form, typed, wrong, stop), wrong.Count == 0 ? 200 : Replies.Status(wrong[0]));
        }

        if (wrong.Count > 0)
        {
            return await Sent(http, office, form, stop) ?? Replies.Page<RegisterPage>(http, await RegisterView.Checked(http, office, form, typed, wrong, stop), Replies.Status(wrong[0]));
        }

        if (form["join"] is null && form["separate"] is null && (await RegisterReading.Find(http, office, typed, stop)).Any(h => h.InSight))
        {
            return await Sent(http, office, form, stop) ?? Replies.Page<RegisterPage>(http, await RegisterView.Checked(http, office, form, typed, [], stop));
        }

        var (draft, refusals) = Registering.Read(typed, RegisterReading.Read(office, typed.CaseNumber), RegisterReading.Now(office), WorkCalendar.First);
        if (draft is null)
        {
            return Replies.Page<RegisterPage>(http, await RegisterView.Checked(http, office, form, typed, refusals, stop), 400);
        }

        var registration = RegisterReading.Registration(form["join"], draft, await RegisterReading.StaffCalled(office, http, draft.Facts.Handler, stop), await RegisterReading.StaffCalled(office, http, form["receivedBy"], stop), form.Resend) with { Files = files };
        if (await CorrectionPages.Settle(http, office, form["ledgerRow"], registration, stop) is not { } settled)
        {
            return Replies.Error(http, 404);
        }

        var answer = await office.Intake.Register(http.Acting(), WithoutDraft(settled, http.Member().Id), stop);
        if (answer is Answer<Receipt>.Given)
        {
            RegisterReading.Taken(office, files);
        }

        return answer switch
        {
            Answer<Receipt>.Given given => Results.Redirect($"/contacts/{given.Value.Home}/{given.Value.Contact}/receipt"),
            Answer<Receipt>.Refused refused => Replies.Page<RegisterPage>(http, await RegisterView.Checked(http, office, form, typed, [refused.Why], stop), Replies.Status(refused.Why)),
            _ => Replies.Error(http, 404),
        };
    }

    /// <summary>The draft ends with the registration of what was drafted.</summary>
    private static Registration WithoutDraft(Registration registration, Guid person) => registration with
    {
        Also = (batch, receipt) =>
        {
            registration.Also?.Invoke(batch, receipt);
            Drafts.Forget(batch, person);
        },
    };

    /// <summary>
    /// Where the same form was sent before: its receipt. It must not be shown its own petition as an earlier matter; whoever sees that petition
    /// sees the kept answer too.
    /// </summary>
    private static async Task<IResult?> Sent(HttpContext http, Office office, PostedForm form, CancellationToken stop) =>
        await KeptAnswers.Find<Receipt>(office.Db, http.Member().Scope, http.Member().Court, http.Member().Id, form.Resend, stop) is Answer<Receipt>.Given { Value: var earlier }
            ? Results.Redirect($"/contacts/{earlier.Home}/{earlier.Contact}/receipt")
            : null;

    private static async Task<IResult> Repeats(HttpContext http, Office office, CancellationToken stop)
    {
        var typed = await RegisterReading.Typed(http, office, await Forms.Read(http), stop);
        return Replies.Bare<RepeatPanel>(await RepeatPanels.Of(http, office, await RegisterReading.Hits(http, office, typed, stop), RegisterReading.IsMatchable(typed), stop));
    }
}
