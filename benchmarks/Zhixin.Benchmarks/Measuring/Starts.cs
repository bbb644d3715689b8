using System.Diagnostics;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>From the command to the first page, with the private server, on a directory that was used before.</summary>
public static class Starts
{
    /// <summary>The median of some starts.</summary>
    public static async Task<Row> Run(string data)
    {
        await Once(data);
        var taken = new List<double>();
        for (var n = 0; n < 3; n++)
        {
            taken.Add(await Once(data));
        }

        return new Row("start", "start to first page, private server, warm", 0, taken.Order().ElementAt(1), "s", new Goal(3, null, 1, IsAtMost: true));
    }

    private static async Task<double> Once(string data)
    {
        var port = Site.FreePort();
        var began = Stopwatch.GetTimestamp();
        await using var web = await Child.Start("Zhixin.Web.dll", ["up", "--port", $"{port}", "--data", data], string.Empty, "http://");
        using var http = new HttpClient();
        using var page = await http.GetAsync($"http://localhost:{port}/sign-in");
        page.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
