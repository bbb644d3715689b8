using Microsoft.AspNetCore.DataProtection;

namespace Zhixin.Web.Access;

/// <summary>Short-lived sealed tickets between the steps of sign-in, good for five minutes.</summary>
public sealed class StepTickets(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("sign-in step").ToTimeLimitedDataProtector();

    /// <summary>A ticket for an account whose password was right.</summary>
    public string Make(Guid account) => Make(account.ToString());

    /// <summary>A ticket for a text.</summary>
    public string Make(string text) => _protector.Protect(text, TimeSpan.FromMinutes(5));

    /// <summary>The account of a ticket; null when it is too old or not ours.</summary>
    public Guid? Open(string? ticket) => Guid.TryParse(OpenText(ticket), out var id) ? id : null;

    /// <summary>The text of a ticket; null when it is too old or not ours.</summary>
    public string? OpenText(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : _protector.Unprotect(ticket);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
