using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Zhixin.Web.Hosting;

/// <summary>
/// The figures at /metrics, in the text format of Prometheus. They tell how the program does, never of whom it knows. What is counted in the
/// database is counted at most once a minute, whoever asks.
/// </summary>
public sealed class Figures : IDisposable
{
    /// <summary>The type of the text.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly Office _office;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Method, string Status), Histogram> _requests = new();
    private readonly SemaphoreSlim _counting = new(1, 1);
    private (DateTimeOffset At, Counts Counts)? _counted;

    /// <summary>Listens to the web server from now on.</summary>
    public Figures(Office office)
    {
        _office = office;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Count(seconds, tags));
        _listener.Start();
    }

    /// <summary>All figures of now.</summary>
    public async Task<string> Text(CancellationToken stop)
    {
        var counts = await Counted(stop);
        var text = new StringBuilder();
        Gauge(text, "zhixin_petitions", "Petitions of all courts", counts.Petitions);
        Gauge(text, "zhixin_obligations_open", "Obligations still owed", counts.Owed);
        Gauge(text, "zhixin_obligations_overdue", "Obligations owed whose day is over", counts.Overdue);
        Gauge(text, "zhixin_outbox_queued", "Messages that wait to be sent", counts.Queued);
        Gauge(text, "zhixin_memory_bytes", "Memory of the program", Environment.WorkingSet);
        Gauge(text, "zhixin_provisional_from_year", "First year without a holiday notice; 0 when there is none", _office.Law.Now.Calendar.FirstProvisionalYear ?? 0);
        text.Append("# HELP zhixin_http_request_seconds Time to answer\n# TYPE zhixin_http_request_seconds histogram\n");
        foreach (var (labels, histogram) in _requests.OrderBy(r => r.Key))
        {
            histogram.Write(text, $"method=\"{labels.Method}\",status=\"{labels.Status}\"");
        }

        return text.ToString();
    }

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        _counting.Dispose();
    }

    private static void Gauge(StringBuilder text, string name, string help, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");

    private void Count(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (method, status) = ("other", 0);
        foreach (var tag in tags)
        {
            (method, status) = tag switch
            {
                { Key: "http.request.method", Value: string named } => (named is "GET" or "POST" or "HEAD" or "PATCH" ? named : "other", status),
                { Key: "http.response.status_code", Value: int code } => (method, code),
                _ => (method, status),
            };
        }

        _requests.GetOrAdd((method, $"{status / 100}xx"), static _ => new Histogram()).Add(seconds);
    }

    private async Task<Counts> Counted(CancellationToken stop)
    {
        await _counting.WaitAsync(stop);
        try
        {
            var now = _office.Clock.GetUtcNow();
            if (_counted is not { } known || (now - known.At).Duration() > Age)
            {
                _counted = known = (now, (await _office.Db.Maintenance<Counts>(
                    """
                    select (select count(*) from petition) as petitions, (select count(*) from obligation where state = 'open') as owed,
                      (select count(*) from obligation where state = 'open' and greatest(due, counts_from) < $1) as overdue,
                      (select count(*) from outbox where state = 'queued') as queued
                    """,
                    [_office.Today], stop)).Single());
            }

            return known.Counts;
        }
        finally
        {
            _counting.Release();
        }
    }

    private sealed class Histogram
    {
        private readonly long[] _counts = new long[Bounds.Length + 1];
        private double _sum;

        public void Add(double seconds)
        {
            var at = Array.FindIndex(Bounds, bound => seconds <= bound);
            lock (_counts)
            {
                _counts[at < 0 ? Bounds.Length : at]++;
                _sum += seconds;
            }
        }

        public void Write(StringBuilder text, string labels)
        {
            long[] counts;
            double sum;
            lock (_counts)
            {
                (counts, sum) = ([.. _counts], _sum);
            }

            var total = 0L;
            for (var i = 0; i < Bounds.Length; i++)
            {
                total += counts[i];
                text.Append(CultureInfo.InvariantCulture, $"zhixin_http_request_seconds_bucket{{{labels},le=\"{Bounds[i]}\"}} {total}\n");
            }

            total += counts[^1];
            text.Append(CultureInfo.InvariantCulture, $"zhixin_http_request_seconds_bucket{{{labels},le=\"+Inf\"}} {total}\n")
                .Append(CultureInfo.InvariantCulture, $"zhixin_http_request_seconds_sum{{{labels}}} {sum}\nzhixin_http_request_seconds_count{{{labels}}} {total}\n");
        }
    }

    private sealed record Counts
    {
        public required long Petitions { get; init; }

        public required long Owed { get; init; }

        public required long Overdue { get; init; }

        public required long Queued { get; init; }
    }
}
