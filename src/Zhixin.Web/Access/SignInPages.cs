using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using Zhixin.Database.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Access;

/// <summary>Sign in with lockout and second step, sign out, change the password, set up the second step.</summary>
public static class SignInPages
{
    private const string Ticket = "zx-step";

    private static readonly string[] Rules = ["至少 10 个字符", "同时有字母和数字", "不同于现在的密码"];

    /// <summary>Maps the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/sign-in", (HttpContext http, Office office, string? returnTo) => Show(office, FormState.Empty, null, false, returnTo));
        app.MapPost("/sign-in", SignIn).Posted();
        app.MapPost("/sign-in/totp", Step).Posted();
        app.MapPost("/sign-out", SignOut).Posted();
        app.MapGet("/me/password", (HttpContext http, Office office) => Replies.Bare<ChangePasswordPage>(Password(http, FormState.Empty)));
        app.MapPost("/me/password", ChangePassword).Posted();
        app.MapGet("/me", () => Results.Redirect("/me/password"));
        app.MapGet("/me/totp", SetUp);
        app.MapPost("/me/totp", Confirm).Posted();
    }

    private static IResult Show(Office office, FormState form, string? failure, bool locked, string? returnTo) => Replies.Bare<SignInPage>(
        new SignInModel(form, null, failure, locked, Local(returnTo), office.Facts.Demo, Office.Version), failure is null ? 200 : 401);

    private static async Task<IResult> SignIn(HttpContext http, Office office, UserManager<Account> users)
    {
        var form = await Forms.Read(http);
        var (name, password, returnTo) = (form["user"] ?? string.Empty, form["password"] ?? string.Empty, form["returnTo"]);
        var shown = FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["user"] = name, ["court"] = form["court"] });
        var account = name.Length is > 0 and <= 100 ? await users.FindByNameAsync(name) : null;
        if (account is null)
        {
            return Show(office, shown, "用户名或密码不正确。", false, returnTo);
        }

        if (await users.IsLockedOutAsync(account))
        {
            return Show(office, shown, Locked(account), true, returnTo);
        }

        if (password.Length > 200 || !await users.CheckPasswordAsync(account, password))
        {
            await users.AccessFailedAsync(account);
            return await users.IsLockedOutAsync(account)
                ? Show(office, shown, Locked(account), true, returnTo)
                : Show(office, shown, $"用户名或密码不正确，还可以试 {5 - account.Failed} 次。", false, returnTo);
        }

        if (account.TotpSecret is not null)
        {
            var ticket = http.RequestServices.GetRequiredService<StepTickets>().Make(account.Id);
            return Replies.Bare<TotpStepPage>(new TotpStepModel(FormState.Empty, account.UserName, ticket, null, office.Facts.Demo, Office.Version));
        }

        return await Enter(http, users, account, returnTo);
    }

    private static async Task<IResult> Step(HttpContext http, Office office, UserManager<Account> users, StepTickets tickets)
    {
        var form = await Forms.Read(http);
        if (tickets.Open(form["ticket"]) is not { } id || await users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return Show(office, FormState.Empty, "验证已超时，请重新登录。", false, null);
        }

        if (await users.IsLockedOutAsync(account))
        {
            return Show(office, FormState.Empty, Locked(account), true, null);
        }

        var code = (form["code"] ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await users.AccessFailedAsync(account);
            return Replies.Bare<TotpStepPage>(
                new TotpStepModel(FormState.Empty, account.UserName, form["ticket"]!, "验证码不正确。", office.Facts.Demo, Office.Version), 401);
        }

        return await Enter(http, users, account, form["returnTo"]);
    }

    private static async Task<IResult> Enter(HttpContext http, UserManager<Account> users, Account account, string? returnTo)
    {
        if (account.Failed > 0)
        {
            await users.ResetAccessFailedCountAsync(account);
        }

        await http.SignInAsync(Members.Principal(account));
        var office = http.RequestServices.GetRequiredService<Office>();
        if (await office.Accounts.Member(account.Id, http.RequestAborted) is { } member)
        {
            await AccessLog.Write(office.Db, member, "sign-in", office.Clock.GetUtcNow(), stop: CancellationToken.None);
        }

        return Results.Redirect(account.MustChange ? "/me/password" : Local(returnTo) ?? "/");
    }

    private static async Task<IResult> SignOut(HttpContext http, Office office)
    {
        await http.SignOutAsync();
        await AccessLog.Write(office.Db, http.Member(), "sign-out", office.Clock.GetUtcNow(), stop: CancellationToken.None);
        return Results.Redirect("/sign-in");
    }

    private static ChangePasswordModel Password(HttpContext http, FormState form) =>
        new(form, http.Member().Name, Replies.FreshKey(), http.Member().MustChange, Rules);

    private static async Task<IResult> ChangePassword(HttpContext http, UserManager<Account> users)
    {
        var form = await Forms.Read(http);
        var account = (await users.FindByIdAsync(http.Member().Id.ToString()))!;
        var (current, replacement) = (form["current"] ?? string.Empty, form["replacement"] ?? string.Empty);
        var problem = replacement switch
        {
            _ when !await users.CheckPasswordAsync(account, current) => ("current", "现在的密码不正确。"),
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
        await users.ChangePasswordAsync(account, current, replacement);
        await http.SignInAsync(Members.Principal(account));
        return Results.Redirect("/");
    }

    private static async Task<IResult> SetUp(HttpContext http, UserManager<Account> users)
    {
        var account = (await users.FindByIdAsync(http.Member().Id.ToString()))!;
        var secret = users.GenerateNewAuthenticatorKey();
        return Replies.Bare<TotpSetupPage>(Setup(account, secret, http.RequestServices.GetRequiredService<StepTickets>().Make(secret), null));
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

        account.TotpSecret = office.Accounts.Seal(System.Text.Encoding.ASCII.GetBytes(secret));
        var code = (form["code"] ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return Replies.Bare<TotpSetupPage>(Setup(account, secret, form["key"]!, "验证码不正确，请核对手机时间后再试。"), 400);
        }

        await users.UpdateSecurityStampAsync(account);
        await http.SignInAsync(Members.Principal(account));
        return Results.Redirect("/");
    }

    private static string Locked(Account account) =>
        $"连续输错，暂停登录到 {new DateTimeOffset(account.LockedUntil!.Value, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm", CultureInfo.InvariantCulture)}。请到时再试，或请安全管理员重置。";

    private static string? Local(string? returnTo) =>
        returnTo is ['/', ..] and not ['/', '/' or '\\', ..] ? returnTo : null;
}
