using Zhixin.Web.Tests.Ledger;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.CommandLine;

/// <summary><c>ZHIXIN_DATABASE</c>: every command on a database that somebody else runs, and what is said when it cannot be used.</summary>
public sealed class NamedDatabaseTests(WebDatabase database) : IDisposable
{
    private readonly RunningProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Every_command_works_on_a_named_database_and_none_starts_a_private_one()
    {
        _program.Environment["ZHIXIN_DATABASE"] = await database.Fresh();
        var (demo, made) = await _program.Run("demo", "--data", _program.Data);
        demo.ShouldBe(0, made);
        await _program.Up();
        await _program.AddPerson("head", "魏书勤", "河南省焦作市中级人民法院", "petition-unit-head");
        foreach (var args in new string[][] { ["import", Ledgers.SamplePath, "--as", "head", "--data", _program.Data], ["verify", "--data", _program.Data], ["rebuild", "--data", _program.Data] })
        {
            var (code, output) = await _program.Run(args);
            code.ShouldBe(0, $"{args[0]}: {output}");
        }

        Directory.Exists(Path.Combine(_program.Data, "postgres")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_master_key_that_is_missing_or_damaged_ends_every_command_with_its_reason_alone()
    {
        _program.Environment["ZHIXIN_DATABASE"] = await database.Fresh();
        (await _program.Run("demo", "--data", _program.Data)).Code.ShouldBe(0);
        var key = Path.Combine(_program.Data, "master.key");
        File.Delete(key);
        foreach (var args in new string[][] { ["up", "--port", "18998"], ["demo"], ["import", Ledgers.SamplePath, "--as", "head"] })
        {
            await Fails(args, "缺少主密钥文件");
        }

        await File.WriteAllBytesAsync(key, new byte[5], TestContext.Current.CancellationToken);
        foreach (var args in new string[][] { ["up", "--port", "18998"], ["verify"], ["rebuild"] })
        {
            await Fails(args, "主密钥文件已损坏");
        }

        async Task Fails(string[] args, string why)
        {
            var (code, output) = await _program.Run([.. args, "--data", _program.Data]);
            code.ShouldBe(2, $"{args[0]}: {output}");
            output.ShouldContain(why);
            output.ShouldNotContain("程序出错");
        }
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=9;Username=zx;Password=very-secret-1;Database=zhixin")]
    [InlineData("very-secret-1")]
    public async Task A_database_that_cannot_be_used_ends_every_command_with_16_and_shows_no_password(string named)
    {
        _program.Environment["ZHIXIN_DATABASE"] = named;
        foreach (var args in new string[][] { ["up", "--port", "18999"], ["verify"], ["import", Ledgers.SamplePath, "--as", "head"] })
        {
            var (code, output) = await _program.Run([.. args, "--data", _program.Data]);
            code.ShouldBe(16, output);
            output.ShouldContain("无法使用 ZHIXIN_DATABASE 指定的数据库");
            output.ShouldNotContain("very-secret-1");
        }
    }
}
