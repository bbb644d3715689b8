using Zhixin.Courts;
using Zhixin.Database.Courts;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Access;

/// <summary>People of 焦作市解放区人民法院 with a history, as an administrator appoints them.</summary>
internal static class Appointed
{
    /// <summary>Appoints a person with the password that <see cref="TestApp.SignIn"/> uses.</summary>
    public static async Task<Guid> Person(TestApp app, string user, string name, params string[] posts)
    {
        var id = Guid.CreateVersion7(app.Clock.Now);
        var answer = await app.Office.Staff.Appoint(
            FirstStart.Installer(Guid.CreateVersion7(app.Clock.Now)), new StreamId(app.Court(TestApp.Jiefang), id), new Appoint(name, user, "", posts),
            OneTimePasswords.SignIn(TestApp.Password, mustChange: false), null, TestContext.Current.CancellationToken);
        answer.ShouldBeOfType<Answer<StaffAnswer>.Given>();
        return id;
    }
}
