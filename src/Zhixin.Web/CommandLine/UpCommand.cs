using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Zhixin.Database.Embedded;

namespace Zhixin.Web.CommandLine;

/// <summary><c>up</c>: starts the database and serves pages until SIGTERM or SIGINT, then stops both in good order.</summary>
public static class UpCommand
{
    public const int UsualPort = 8080;

    public static Command Create(CommandContext context)
    {
        var port = new Option<int>("--port") { Description = "监听端口 port to listen on", DefaultValueFactory = _ => UsualPort };
        port.Validators.Add(given =>
        {
            if (given.Tokens is [var number] && int.TryParse(number.Value, out var value) && value is (< 1 or > 65535))
            {
                given.AddError("--port: 1–65535");
            }
        });
        var data = Options.Data();
        var command = new Command("up", "启动 Start the server") { port, data };
        command.SetAction((parsed, stop) => Up(parsed.GetValue(port), parsed.GetValue(data)!, context, stop));
        return command;
    }

    private static async Task<int> Up(int port, string data, CommandContext context, CancellationToken stop)
    {
        CheckPort(port);
        var options = new EmbeddedServerOptions(data, "up") { Notice = context.Error.WriteLine };
        await using var database = await Options.OpenDatabase(options, context, stop);
        if (database.IsEmbedded)
        {
            await context.Error.WriteLineAsync("使用内置数据库：适合试用和小型法院；正式使用请用 ZHIXIN_DATABASE 指定 PostgreSQL。");
            await context.Error.WriteLineAsync("Using the private database: good for trials and small courts; name a PostgreSQL in ZHIXIN_DATABASE for more.");
        }

        try
        {
            return await Host.RunAsync(new HostOptions(port, Path.GetFullPath(data), database.ConnectionString, context), stop);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw PortInUse(port);
        }
    }

    /// <summary>Asked before the database starts and migrates, so that a second start by mistake changes nothing.</summary>
    private static void CheckPort(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Any, port);
            probe.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw PortInUse(port);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new CommandFailedException(ExitCodes.BadInput, $"当前用户无权使用端口 {port}，请用 --port 指定 1024 以上的端口。", $"This user may not listen on port {port}; give one above 1024 with --port.");
        }
    }

    private static CommandFailedException PortInUse(int port) => new(
        ExitCodes.PortInUse,
        $"端口 {port} 已被其他程序占用。请用 --port 指定另一端口，或先停止占用它的程序。",
        $"Port {port} is in use by another program. Give another one with --port, or stop that program.");
}
