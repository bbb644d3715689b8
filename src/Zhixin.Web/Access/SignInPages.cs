using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Zhixin.Database.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Access;

/// <summary>Sign in with lockout and second step, and sign out.</summary>
public static class SignInPages
{
    /// <summary>Failures that lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>How long a locked account stays locked.</summary>
    public static TimeSpan Lockout { get; } = TimeSpan.FromMinutes(15);

    private static readonly Account Nobody = new()
    {
        Id = Guid.Empty, UserName = string.Empty, Court = 0, PasswordHash = OneTimePasswords.Hash(OneTimePasswords.Fresh()),
    };

    /// <summary>Maps the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/sign-in", (Office office, string? returnTo) => Show(office, FormState.Empty, null, false, returnTo));
        app.MapPost("/sign-in", SignIn).Posted();
        app.MapPost("/sign-in/totp", Step).Posted();
        app.MapPost("/sign-out", SignOut).Posted();
    }

    private static IResult Show(Office office, FormState form, string? failure, bool locked, string? returnTo, int status = 401) => Replies.Bare<SignInPage>(
        new SignInModel(form, null, failure, locked, Local(returnTo), office.Facts.Demo, Office.Version), failure is null ? 200 : status);

    private static async Task<IResult> SignIn(HttpContext http, Office office, UserManager<Account> users, SignInBrake brake, StepTickets tickets)
    {
        var form = await Forms.Read(http);
        var (name, password, returnTo) = (form["user"] ?? string.Empty, form["password"] ?? string.Empty, form["returnTo"]);
        var shown = FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["user"] = name, ["court"] = form["court"] });
        if (brake.Holds(http.Connection.RemoteIpAddress))
        {
            return Show(office, shown, $"这台计算机或这个网络出口在 {SignInBrake.Window.TotalMinutes:0} 分钟内登录失败太多，请稍候再试。", true, returnTo, 429);
        }

        var account = name.Length is > 0 and <= 100 ? await users.FindByNameAsync(name) : null;
        if (account is not null && IsLocked(account, office))
        {
            return Show(office, shown, Locked(account.LockedUntil!.Value), true, returnTo);
        }

        // A name that nobody has costs as much time as a wrong password, so that time does not tell which names exist.
        var isRight = password.Length <= 200 && await users.CheckPasswordAsync(account ?? Nobody, password);
        if (account is null || !isRight)
        {
            var failure = await Fail(http, office, brake, account);
            return Show(office, shown, failure.Text, failure.IsLocked, returnTo);
        }

        return account.TotpSecret is null
            ? await Enter(http, account, returnTo)
            : Replies.Bare<TotpStepPage>(new TotpStepModel(FormState.Empty, account.UserName, tickets.Make($"{account.Id} {Local(returnTo)}"), null, office.Facts.Demo, Office.Version));
    }

    private static async Task<IResult> Step(HttpContext http, Office office, UserManager<Account> users, SignInBrake brake, StepTickets tickets)
    {
        var form = await Forms.Read(http);
        if (tickets.OpenText(form["ticket"])?.Split(' ', 2) is not [var id, var returnTo] || await users.FindByIdAsync(id) is not { TotpSecret: { } box } account)
        {
            return Show(office, FormState.Empty, "验证已超时，请重新登录。", false, null);
        }

        if (IsLocked(account, office))
        {
            return Show(office, FormState.Empty, Locked(account.LockedUntil!.Value), true, null);
        }

        var code = SecondStepPages.Typed(form);
        if (TimeCodes.Accepted(SecondStepPages.Secret(office, box), code, office.Clock.GetUtcNow()) is { } step && await office.Accounts.TakeStep(account.Id, step, http.RequestAborted))
        {
            return await Enter(http, account, returnTo);
        }

        var failure = await Fail(http, office, brake, account);
        return failure.IsLocked
            ? Show(office, FormState.Empty, failure.Text, true, null)
            : Replies.Bare<TotpStepPage>(
                new TotpStepModel(FormState.Empty, account.UserName, form["ticket"]!, "动态码不正确，或者已经用过；请等下一个动态码。", office.Facts.Demo, Office.Version), 401);
    }

    /// <summary>Counts a failure against the address and, where there is one, the account.</summary>
    private static async Task<(string Text, bool IsLocked)> Fail(HttpContext http, Office office, SignInBrake brake, Account? account)
    {
        brake.Failed(http.Connection.RemoteIpAddress);
        if (account is null)
        {
            return ("用户名或密码不正确。", false);
        }

        var now = office.Clock.GetUtcNow();
        var failed = await office.Accounts.Fail(account.Id, MostFailures, now + Lockout, CancellationToken.None);
        if (await office.Accounts.Member(account.Id, CancellationToken.None) is { } member)
        {
            await AccessLog.Write(office.Db, member, failed.LockedUntil is null ? "sign-in-failed" : "locked-out", now, stop: CancellationToken.None);
        }

        return failed.LockedUntil is { } until ? (Locked(until), true) : ($"用户名或密码不正确，还可以试 {MostFailures - failed.Failed} 次。", false);
    }

    private static async Task<IResult> Enter(HttpContext http, Account account, string? returnTo)
    {
        var office = http.RequestServices.GetRequiredService<Office>();
        if (await office.Accounts.Member(account.Id, http.RequestAborted) is not { } member)
        {
            return Show(office, FormState.Empty, "用户名或密码不正确。", false, returnTo); // somebody who left
        }

        if (account.Failed > 0 || account.LockedUntil is not null)
        {
            await office.Accounts.Unlock(account.Id, http.RequestAborted);
        }

        await http.SignInAsync(Members.Principal(account));
        await AccessLog.Write(office.Db, member, "sign-in", office.Clock.GetUtcNow(), stop: CancellationToken.None);
        return Results.Redirect(account.MustChange ? "/me/password" : Local(returnTo) ?? "/");
    }

    private static async Task<IResult> SignOut(HttpContext http, Office office)
    {
        await http.SignOutAsync();
        await AccessLog.Write(office.Db, http.Member(), "sign-out", office.Clock.GetUtcNow(), stop: CancellationToken.None);
        return Results.Redirect("/sign-in");
    }

    private static bool IsLocked(Account account, Office office) => account.LockedUntil > office.Clock.GetUtcNow().UtcDateTime;

    private static string Locked(DateTime until) =>
        $"连续输错，暂停登录到 {new DateTimeOffset(until, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm", CultureInfo.InvariantCulture)}。请到时再试，或请安全管理员重置。";

    private static string? Local(string? returnTo) =>
        returnTo is ['/', ..] and not ['/', '/' or '\\', ..] ? returnTo : null;
}
