using Zhixin.Tests.Shared.Scale;

[assembly: AssemblyFixture(typeof(Zhixin.Web.Tests.Scale.StatementGuard))]

namespace Zhixin.Web.Tests.Scale;

/// <summary>Fails the run when any statement of any test broke the rules of a cluster.</summary>
public sealed class StatementGuard : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        if (!StatementRecorder.Found.IsEmpty)
        {
            throw new InvalidOperationException(
                "Statements that a cluster would refuse or run otherwise:\n" + string.Join('\n', StatementRecorder.Found.OrderBy(f => f.Key).Select(f => $"- {f.Key}\n    in: {f.Value}")));
        }

        return ValueTask.CompletedTask;
    }
}
