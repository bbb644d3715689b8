using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zhixin.Database.Attachments;

/// <summary>What a scanner said.</summary>
public abstract record ScanResult
{
    private ScanResult()
    {
    }

    /// <summary>Nothing was found.</summary>
    public sealed record Clean : ScanResult;

    /// <summary>Something was found.</summary>
    /// <param name="What">The scanner's name of it.</param>
    public sealed record Infected(string What) : ScanResult;

    /// <summary>It could not be looked at: nobody answered, or the scanner refused to look.</summary>
    public sealed record NotScanned(string Why) : ScanResult;
}

/// <summary>ClamAV's daemon, asked by INSTREAM: the content goes over the socket, nothing is written for it.</summary>
/// <param name="address">"host:port", or the path of a Unix socket (with or without "unix:").</param>
public sealed class Clamd(string address)
{
    /// <summary>As facts name it.</summary>
    public const string Name = "clamd";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks about a content. Whatever goes wrong with the scanner is an answer, not an exception.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The content itself cannot be read.</exception>
    public async Task<ScanResult> Scan(Stream content, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            patience.CancelAfter(Patience);
            using var socket = await Connect(patience.Token);
            await using var stream = new NetworkStream(socket);
            await Send(stream, content, patience);
            return Read(await Reply(stream, patience.Token));
        }
        catch (Exception fault) when (fault is SocketException or IOException or FormatException)
        {
            return new ScanResult.NotScanned(fault.Message);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ScanResult.NotScanned("no answer in time");
        }
    }

    /// <summary>Whether it answers: null, or why not.</summary>
    /// <param name="patience">How long to wait for the answer.</param>
    public async Task<string?> Silence(TimeSpan patience, CancellationToken stop)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            waiting.CancelAfter(patience);
            using var socket = await Connect(waiting.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync("zPING\0"u8.ToArray(), waiting.Token);
            var reply = await Reply(stream, waiting.Token);
            return reply == "PONG" ? null : $"“{reply}”";
        }
        catch (Exception fault) when (fault is SocketException or IOException or FormatException)
        {
            return fault.Message;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return $"{patience.TotalSeconds:0} 秒内没有应答";
        }
    }

    private async Task<Socket> Connect(CancellationToken stop)
    {
        EndPoint end = address.StartsWith("unix:", StringComparison.Ordinal) ? new UnixDomainSocketEndPoint(address[5..])
            : address.Contains('/', StringComparison.Ordinal) ? new UnixDomainSocketEndPoint(address)
            : new DnsEndPoint(address[..address.LastIndexOf(':')], int.Parse(address[(address.LastIndexOf(':') + 1)..]));
        var socket = end is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(end, stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task Send(NetworkStream stream, Stream content, CancellationTokenSource patience)
    {
        var piece = new byte[4 + SealedChunks.Plain];
        try
        {
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), patience.Token);
            int read;
            do
            {
                read = await content.ReadAsync(piece.AsMemory(4), patience.Token);
                BinaryPrimitives.WriteInt32BigEndian(piece, read);
                await stream.WriteAsync(piece.AsMemory(0, 4 + read), patience.Token);
                patience.CancelAfter(Patience);
            }
            while (read > 0);
        }
        catch (IOException)
        {
            // It closes as soon as it has heard enough; what it said is still to be read.
        }
    }

    private static async Task<string> Reply(NetworkStream stream, CancellationToken stop)
    {
        var reply = new byte[1024];
        var length = 0;
        while (length < reply.Length && await stream.ReadAsync(reply.AsMemory(length), stop) is > 0 and var read)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n', ' ');
    }

    private static ScanResult Read(string reply) => reply switch
    {
        _ when reply.EndsWith(" FOUND", StringComparison.Ordinal) =>
            new ScanResult.Infected(reply[(reply.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..^" FOUND".Length]),
        _ when reply.EndsWith(": OK", StringComparison.Ordinal) => new ScanResult.Clean(),
        "" => new ScanResult.NotScanned("no answer"),
        _ => new ScanResult.NotScanned(reply),
    };
}
