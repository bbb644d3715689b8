using Zhixin.Courts;

namespace Zhixin.Database.Courts;

/// <summary>The reference rows of staff members and their deputies: a fold of the history, written with it.</summary>
public static class StaffRows
{
    private const string Staff =
        """
        insert into staff (court, id, name, unit, posts, active, version) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (court, id) do update set name = excluded.name, unit = excluded.unit, posts = excluded.posts, active = excluded.active, version = excluded.version
        """;

    private const string DeputyRow =
        """
        insert into deputy (court, id, for_staff, deputy, acts, from_day, to_day) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (court, id) do update set to_day = excluded.to_day
        """;

    /// <summary>Stages what changed.</summary>
    public static void Project(CommandBatch batch, StaffMember? before, StaffMember after)
    {
        batch.Add(Staff, after.Id.Home, after.Id.Id, after.Name, after.Unit, after.Posts.ToArray(), after.InPost, after.Version);
        foreach (var deputy in after.Deputies.Where(d => before is null || !before.Deputies.Contains(d)))
        {
            batch.Add(DeputyRow, after.Id.Home, deputy.Id, after.Id.Id, deputy.Person, deputy.Acts.ToArray(), deputy.From, deputy.To);
        }
    }
}
