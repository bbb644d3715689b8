namespace Zhixin.Web.Workbench;

/// <summary>Whose work a workbench shows.</summary>
public enum Queue
{
    /// <summary>What one is named for.</summary>
    Mine,

    /// <summary>What the petition unit owes and nobody is named for (SPC16-2).</summary>
    Unit,

    /// <summary>The key and hard petitions of the court, which the command centre owns too (GC21-5).</summary>
    Key,
}

/// <summary>The queues by the code in addresses and by the word on the screen.</summary>
internal static class Queues
{
    /// <summary>The queue of a code; one's own for every other text.</summary>
    public static Queue Of(string? code) => code switch
    {
        "unit" => Queue.Unit,
        "key" => Queue.Key,
        _ => Queue.Mine,
    };

    /// <summary>The code of a queue.</summary>
    public static string Code(Queue queue) => queue switch
    {
        Queue.Mine => "mine",
        Queue.Unit => "unit",
        Queue.Key => "key",
    };

    /// <summary>The word of a queue.</summary>
    public static string Name(Queue queue) => queue switch
    {
        Queue.Mine => "我名下",
        Queue.Unit => "信访专班",
        Queue.Key => "重点、疑难",
    };
}
