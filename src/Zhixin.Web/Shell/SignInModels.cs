using Zhixin.Web.Components;

namespace Zhixin.Web.Shell;

/// <summary>The sign-in page. Fields: user, password, returnTo.</summary>
/// <param name="Form">Typed values and messages; the password is never shown again.</param>
/// <param name="Notice">Why one is here again, for example after a timeout.</param>
/// <param name="Failure">What went wrong, without saying whether the user exists; says what remains before lockout, or until when it lasts.</param>
/// <param name="IsLocked">No attempt is accepted now: the button is not offered.</param>
/// <param name="ReturnTo">Local address to go to afterwards.</param>
public sealed record SignInModel(FormState Form, RichText? Notice, string? Failure, bool IsLocked, string? ReturnTo, bool IsDemo, string Version);

/// <summary>The second step. Fields: code, ticket.</summary>
public sealed record TotpStepModel(FormState Form, string User, string Ticket, string? Failure, bool IsDemo, string Version);

/// <summary>Changing the password. Fields: current, replacement, repeated.</summary>
/// <param name="IsRequired">A one-time password was used: nothing else is possible before.</param>
/// <param name="Rules">The rules a password has to keep.</param>
public sealed record ChangePasswordModel(FormState Form, string User, string Key, bool IsRequired, IReadOnlyList<string> Rules, bool IsDemo = false);

/// <summary>Setting up the second step. Field: code.</summary>
/// <param name="QrSvg">The otpauth address as SVG.</param>
/// <param name="Secret">The same in groups of four letters, for typing.</param>
/// <param name="IsRequired">The post demands it.</param>
public sealed record TotpSetupModel(FormState Form, string User, string QrSvg, string Secret, string Key, bool IsRequired, bool IsDemo = false);
