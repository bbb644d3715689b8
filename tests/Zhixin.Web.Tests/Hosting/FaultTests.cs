using System.Net;
using System.Text;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>What is damaged here is not said to be the fault of whoever asks, and what cannot be read there is not ours.</summary>
public sealed class FaultTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update event set type = 'petition.unheard-of' where stream = '{0}' and version = 1")]
    [InlineData("update event set body = '{{' where stream = '{0}' and version = 1")]
    public async Task A_damaged_history_is_a_fault_of_the_server(string damage)
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var head = await app.SignIn("head");
        await Matter.Tamper(app, string.Format(damage, address.Split('/')[^1]));

        foreach (var path in new[] { address, "/api" + address })
        {
            using var answer = await head.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, path);
        }
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_a_fault_of_the_client()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        foreach (var (body, type) in new[]
        {
            ("--x\r\nno colon in this header\r\n\r\na\r\n--x--\r\n", "multipart/form-data; boundary=x"),
            ("--x\r\n" + string.Concat(Enumerable.Range(0, 40).Select(n => $"H{n}: a\r\n")) + "\r\na\r\n--x--\r\n", "multipart/form-data; boundary=x"),
            (string.Join('&', Enumerable.Range(0, 3000).Select(n => $"f{n}=1")), "application/x-www-form-urlencoded"),
            (new string('k', 5000) + "=1", "application/x-www-form-urlencoded"),
        })
        {
            foreach (var path in new[] { "/contacts", "/contacts/draft", "/ledger/views" })
            {
                using var content = new StringContent(body, Encoding.UTF8);
                content.Headers.Remove("Content-Type");
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                using var answer = await clerk.Client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
                ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{path} {type} {body[..20]}");
            }
        }
    }

    [Fact]
    public void Unreadable_data_is_no_client_error_by_itself()
    {
        Faults.Status(new InvalidDataException("A petition begins with its opening.")).ShouldBe(500);
        Faults.Status(new System.Text.Json.JsonException("broken")).ShouldBe(500);
    }
}
