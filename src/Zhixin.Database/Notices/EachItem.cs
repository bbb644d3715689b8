namespace Zhixin.Database.Notices;

/// <summary>A round over many items of which each stands alone: one that fails holds up none behind it.</summary>
internal sealed class EachItem
{
    private readonly List<Exception> _faults = [];

    /// <summary>Does one.</summary>
    public async Task Do(Func<Task> item, CancellationToken stop)
    {
        try
        {
            await item();
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Says at the end what failed.</summary>
    /// <exception cref="AggregateException">At least one did.</exception>
    public void Told()
    {
        if (_faults.Count > 0)
        {
            throw new AggregateException(_faults);
        }
    }
}
