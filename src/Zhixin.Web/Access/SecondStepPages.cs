using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using Zhixin.Database.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Access;

/// <summary>One's own secrets: change the password, set up the second step. Either ends every other session of the account.</summary>
public static class SecondStepPages
{
    private static readonly string[] Rules = ["至少 10 个字符", "同时有字母和数字", "不同于现在的密码"];

    /// <summary>Maps the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/me/password", (HttpContext http) => Replies.Bare<ChangePasswordPage>(Password(http, FormState.Empty)));
        app.MapPost("/me/password", ChangePassword).Posted();
        app.MapGet("/me", () => Results.Redirect("/me/password"));
        app.MapGet("/me/totp", SetUp);
        app.MapPost("/me/totp", Confirm).Posted();
    }

    /// <summary>The one-time code as typed, blanks taken out.</summary>
    public static string Typed(PostedForm form) => (form["code"] ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);

    /// <summary>The secret of a second step.</summary>
    public static string Secret(Office office, byte[] box) => Encoding.ASCII.GetString(office.Accounts.Open(box));

    private static ChangePasswordModel Password(HttpContext http, FormState form) =>
        new(form, http.Member().Name, Replies.FreshKey(), http.Member().MustChange, Rules);

    private static async Task<IResult> ChangePassword(HttpContext http, Office office, UserManager<Account> users)
    {
        var form = await Forms.Read(http);
        var account = (await users.FindByIdAsync(http.Member().Id.ToString()))!;
        var (current, replacement) = (form["current"] ?? string.Empty, form["replacement"] ?? string.Empty);
        var problem = replacement switch
        {
            _ when current.Length > 200 || !await users.CheckPasswordAsync(account, current) => ("current", "现在的密码不正确。"),
            { Length: > 200 } => ("replacement", "密码过长。"),
            _ when replacement != form["repeated"] => ("repeated", "两次输入不一致。"),
            _ when replacement == current => ("replacement", "新密码与现在的密码相同。"),
            _ when replacement.Length < 10 || !replacement.Any(char.IsLetter) || !replacement.Any(char.IsDigit) => ("replacement", "不符合密码要求。"),
            _ => default((string, string)?),
        };
        if (problem is var (field, text))
        {
            return Replies.Bare<ChangePasswordPage>(Password(http, new FormState(FormState.Empty.Values, [new FieldMessage(field, MessageKind.Error, text)])), 400);
        }

        account.MustChange = false;
        account.PasswordHash = OneTimePasswords.Hash(replacement);
        await users.UpdateSecurityStampAsync(account);
        await http.SignInAsync(Members.Principal(account));
        await AccessLog.Write(office.Db, http.Member(), "change-password", office.Clock.GetUtcNow(), stop: CancellationToken.None);
        return Results.Redirect("/");
    }

    private static async Task<IResult> SetUp(HttpContext http, UserManager<Account> users, StepTickets tickets)
    {
        var account = (await users.FindByIdAsync(http.Member().Id.ToString()))!;
        var secret = TimeCodes.FreshSecret();
        return Replies.Bare<TotpSetupPage>(Setup(account, secret, tickets.Make(secret), null));
    }

    private static TotpSetupModel Setup(Account account, string secret, string key, string? failure)
    {
        using var qr = QRCodeGenerator.GenerateQrCode($"otpauth://totp/Zhixin:{Uri.EscapeDataString(account.UserName)}?secret={secret}&issuer=Zhixin", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(qr);
        IReadOnlyList<FieldMessage> messages = failure is null ? [] : [new FieldMessage("code", MessageKind.Error, failure)];
        return new TotpSetupModel(
            new FormState(FormState.Empty.Values, messages), account.UserName, svg.GetGraphic(4),
            string.Join(' ', secret.Chunk(4).Select(c => new string(c))), key, false);
    }

    private static async Task<IResult> Confirm(HttpContext http, UserManager<Account> users, Office office, StepTickets tickets)
    {
        var form = await Forms.Read(http);
        var account = (await users.FindByIdAsync(http.Member().Id.ToString()))!;
        if (tickets.OpenText(form["key"]) is not { } secret)
        {
            return Results.Redirect("/me/totp");
        }

        if (TimeCodes.Accepted(secret, Typed(form), office.Clock.GetUtcNow()) is not { } step || !await office.Accounts.TakeStep(account.Id, step, http.RequestAborted))
        {
            return Replies.Bare<TotpSetupPage>(Setup(account, secret, form["key"]!, "动态码不正确，或者已经用过；请核对手机时间，等下一个动态码。"), 400);
        }

        account.TotpSecret = office.Accounts.Seal(Encoding.ASCII.GetBytes(secret));
        await users.UpdateSecurityStampAsync(account);
        await http.SignInAsync(Members.Principal(account));
        await AccessLog.Write(office.Db, http.Member(), "set-up-second-step", office.Clock.GetUtcNow(), stop: CancellationToken.None);
        return Results.Redirect("/");
    }
}
