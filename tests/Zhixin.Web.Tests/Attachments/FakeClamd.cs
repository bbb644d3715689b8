using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>A scanner on loopback that speaks clamd's INSTREAM: whatever contains VIRUS is infected; above a size it refuses to look.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly int _limit;
    private TcpListener? _listener;
    private Task _serving = Task.CompletedTask;

    public FakeClamd(int limit = int.MaxValue)
    {
        _limit = limit;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Every content that was looked at, byte for byte.</summary>
    public List<byte[]> Seen { get; } = [];

    public void Start()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _serving = Serve(_listener);
    }

    public async Task Stop()
    {
        _listener?.Stop();
        await _serving;
        _listener = null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Stop();
        _stop.Dispose();
    }

    private async Task Serve(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(_stop.Token);
                await Answer(client.GetStream());
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task<string> Command(NetworkStream stream)
    {
        var (command, letter) = (new StringBuilder(), new byte[1]);
        while (await stream.ReadAsync(letter, _stop.Token) == 1 && letter[0] != 0)
        {
            command.Append((char)letter[0]);
        }

        return command.ToString();
    }

    private async Task Answer(NetworkStream stream)
    {
        var command = await Command(stream);
        if (command == "zPING")
        {
            await stream.WriteAsync("PONG\0"u8.ToArray(), _stop.Token);
            return;
        }

        command.ShouldBe("zINSTREAM");
        using var all = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _stop.Token);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var size))
            {
                break;
            }

            var piece = new byte[size];
            await stream.ReadExactlyAsync(piece, _stop.Token);
            all.Write(piece);
            if (all.Length > _limit)
            {
                await stream.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray(), _stop.Token);
                return;
            }
        }

        Seen.Add(all.ToArray());
        var found = all.ToArray().AsSpan().IndexOf("VIRUS"u8) >= 0;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"), _stop.Token);
    }
}
