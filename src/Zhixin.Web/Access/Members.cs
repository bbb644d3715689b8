using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Access;

/// <summary>Who is at the other end of a request. Looked up anew each time, so that a leaver or a changed password is out at once.</summary>
public static class Members
{
    /// <summary>Name of the claim that holds the security stamp.</summary>
    public const string Stamp = "stamp";

    private static readonly object Key = new();

    /// <summary>The member of a signed-in request.</summary>
    public static Member Member(this HttpContext http) => (Member)http.Items[Key]!;

    /// <summary>The member, or null where nobody is signed in.</summary>
    public static Member? MemberOrNull(this HttpContext http) => http.Items[Key] as Member;

    /// <summary>The member as the desks know a person who acts.</summary>
    public static ActingPerson Acting(this HttpContext http)
    {
        var member = http.Member();
        return new ActingPerson(member.Id, member.Name, member.Court, member.Posts, http.Request.Path.StartsWithSegments("/api") ? Origin.Api : Origin.Page);
    }

    /// <summary>Checks the cookie's person against the database.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (Gate.IsOpen(context.HttpContext.Request.Path))
        {
            context.RejectPrincipal(); // The database need not be there to say that the program is alive.
            return;
        }

        var office = context.HttpContext.RequestServices.GetRequiredService<Office>();
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var member = Guid.TryParse(id, out var account) ? await office.Accounts.Member(account, office.Today, context.HttpContext.RequestAborted) : null;
        if (member is null || member.SecurityStamp != context.Principal!.FindFirstValue(Stamp))
        {
            context.RejectPrincipal();
            return;
        }

        context.HttpContext.Items[Key] = member;
    }

    /// <summary>Puts a member on a request that came with a bearer key.</summary>
    public static void Put(HttpContext http, Member member) => http.Items[Key] = member;

    /// <summary>The principal that the cookie holds.</summary>
    public static ClaimsPrincipal Principal(Account account) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(Stamp, account.SecurityStamp)],
        CookieAuthenticationDefaults.AuthenticationScheme));
}
