using Zhixin.Database.Petitions;

namespace Zhixin.Web.Workbench;

/// <summary>The queues by the code in addresses and by the word on the screen.</summary>
internal static class Queues
{
    /// <summary>The queue of a code; one's own for every other text.</summary>
    public static OwedQueue Of(string? code) => code switch
    {
        "unit" => OwedQueue.Unit,
        "key" => OwedQueue.Key,
        "inspection" => OwedQueue.Inspection,
        "office" => OwedQueue.Office,
        _ => OwedQueue.Mine,
    };

    /// <summary>The code of a queue.</summary>
    public static string Code(OwedQueue queue) => queue switch
    {
        OwedQueue.Mine => "mine",
        OwedQueue.Unit => "unit",
        OwedQueue.Key => "key",
        OwedQueue.Inspection => "inspection",
        OwedQueue.Office => "office",
    };

    /// <summary>The word of a queue.</summary>
    public static string Name(OwedQueue queue) => queue switch
    {
        OwedQueue.Mine => "我名下",
        OwedQueue.Unit => "信访专班",
        OwedQueue.Key => "重点、疑难",
        OwedQueue.Inspection => "举报",
        OwedQueue.Office => "本机构",
    };
}
