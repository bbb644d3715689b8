namespace Zhixin.Web.Petitions;

/// <summary>Masked numbers: 9901**********402X, 138****6021.</summary>
public static class Masks
{
    /// <summary>An identity number with its middle hidden; null where there is none.</summary>
    public static string? IdentityNumber(string? number) => string.IsNullOrEmpty(number) ? null
        : number.Length > 8 ? number[..4] + new string('*', number.Length - 8) + number[^4..] : new string('*', number.Length);

    /// <summary>A phone number with its middle hidden; null where there is none.</summary>
    public static string? Phone(string? phone) => string.IsNullOrEmpty(phone) ? null
        : phone.Length > 7 ? phone[..3] + new string('*', phone.Length - 7) + phone[^4..] : new string('*', phone.Length);
}
