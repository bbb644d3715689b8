using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Zhixin.Database.Access;
using Zhixin.Database.Courts;

namespace Zhixin.Web.Access;

/// <summary>Random passwords that are shown once, and the sign-ins made from them.</summary>
public static class OneTimePasswords
{
    /// <summary>Without letters and digits that look alike on paper.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";

    private const string Digits = "23456789";

    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>Four groups of four, letters and digits, about 74 bits.</summary>
    public static string Fresh()
    {
        while (true)
        {
            var text = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters + Digits, 4)));
            if (text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter))
            {
                return text;
            }
        }
    }

    /// <summary>A sign-in with this password, which must be changed at the first use.</summary>
    public static NewSignIn Once(string password) => SignIn(password, mustChange: true);

    /// <summary>A sign-in with this password.</summary>
    public static NewSignIn SignIn(string password, bool mustChange) =>
        new(Hash(password), Stamp(), mustChange);

    /// <summary>What a sign-in's cookies are bound to.</summary>
    public static string Stamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>The password as it is kept.</summary>
    public static string Hash(string password) => Hasher.HashPassword(new Account { Id = Guid.Empty, UserName = string.Empty, Court = 0 }, password);
}
