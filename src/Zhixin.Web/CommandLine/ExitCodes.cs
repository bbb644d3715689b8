using Zhixin.Database.Embedded;

namespace Zhixin.Web.CommandLine;

/// <summary>How a command ends; documented in docs/operations.md.</summary>
public static class ExitCodes
{
    public const int Ok = 0;
    public const int Failure = 1;
    public const int BadInput = 2;
    public const int PortInUse = 3;

    /// <summary>A verification found a difference.</summary>
    public const int Different = 20;

    /// <summary>One code per problem of the database, from 10 on.</summary>
    public static int For(ServerProblem problem) => problem switch
    {
        ServerProblem.ProgramsMissing => 10,
        ServerProblem.InUse => 11,
        ServerProblem.Damaged => 12,
        ServerProblem.OtherVersion => 13,
        ServerProblem.DiskFull => 14,
        ServerProblem.NotPermitted => 15,
        ServerProblem.NotReachable => 16,
    };
}
