using Zhixin.Courts;
using Zhixin.Database.Courts;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Web.Access;

namespace Zhixin.Web.Hosting;

/// <summary>Without any account nobody could ever sign in: the first start makes the two administrators who confirm each other's work.</summary>
public static class FirstStart
{
    private static readonly (string User, string Name, string Post)[] Administrators =
    [
        ("system", "系统管理员", "system-administrator"), ("security", "安全管理员", "security-administrator"),
    ];

    /// <summary>Makes the administrators where there is no account yet; each password is good for one sign-in.</summary>
    /// <returns>User names and passwords to print once; empty where accounts exist.</returns>
    public static async Task<IReadOnlyList<(string User, string Password)>> Run(Office office, CancellationToken stop)
    {
        if (await office.Accounts.Any(stop))
        {
            return [];
        }

        var made = new List<(string User, string Password)>();
        var installer = Installer(Guid.CreateVersion7(office.Clock.GetUtcNow()));
        foreach (var (user, name, post) in Administrators)
        {
            var id = made.Count == 0 ? installer.Id : Guid.CreateVersion7(office.Clock.GetUtcNow());
            var password = OneTimePasswords.Fresh();
            var answer = await office.Staff.Appoint(
                installer, new StreamId(Court.Platform, id), new Appoint(name, user, string.Empty, [post]), OneTimePasswords.Once(password), null, stop);
            if (answer is not Answer<StaffAnswer>.Given)
            {
                throw new InvalidOperationException($"The first account '{user}' could not be made. 无法建立首个账号 {user}。");
            }

            made.Add((user, password));
        }

        return made;
    }

    /// <summary>What the operator is told, in Chinese and English.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<(string User, string Password)> made)
    {
        if (made.Count == 0)
        {
            yield break;
        }

        yield return "首次启动：已建立系统管理员和安全管理员。一次性口令只显示这一次，首次登录须更换。";
        yield return "First start: a system and a security administrator were made. These one-time passwords are shown only now.";
        foreach (var (user, password) in made)
        {
            yield return $"  {user,-10} {password}";
        }
    }

    /// <summary>Nobody is there yet to act: the first system administrator stands for the installation.</summary>
    public static ActingPerson Installer(Guid id) => new(id, "安装程序", Court.Platform, ["system-administrator"], Origin.Job);
}
