using Zhixin.Authority;

namespace Zhixin.Regulations.Tests;

/// <summary>The matrix answers exactly what regulations/authority.csv says, for every post, act, relation and bar.</summary>
public sealed class AuthorityMatrixTests
{
    private static readonly CourtRelation[] Relations = Enum.GetValues<CourtRelation>();

    private static readonly (PersonBar Bar, string Word)[] Bars =
    [
        (PersonBar.Accused, "accused"), (PersonBar.MadeAct, "made-act"), (PersonBar.Applied, "applied"),
        (PersonBar.SatOnPanel, "sat-on-panel"), (PersonBar.Implemented, "implemented"),
    ];

    private static AuthorityMatrix Matrix => Repository.Library.Authority;

    [Fact]
    public void Every_post_act_relation_and_bar_is_answered_as_the_table_says()
    {
        foreach (var cells in Repository.Regulations()["authority.csv"].TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')))
        {
            foreach (var post in PackWords.Posts)
            {
                foreach (var relation in Relations)
                {
                    Check(cells, post, relation, []);
                    foreach (var bar in Bars)
                    {
                        Check(cells, post, relation, [bar]);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_refusal_names_the_act_the_roles_and_the_clauses()
    {
        var refusal = Matrix.MayDo("decide-coercion", ["court-leader"], CourtRelation.Own, []).ShouldNotBeNull();

        (refusal.Act, refusal.Message).ShouldBe(("decide-coercion", "authority.post"));
        refusal.Arguments[1].ShouldBeAssignableTo<IReadOnlyList<string>>().ShouldBe(["president"]);
        refusal.Arguments[2].ShouldBeAssignableTo<IReadOnlyList<string>>().ShouldBe(["GC21-10"]);
    }

    [Fact]
    public void A_refusal_says_whether_the_post_the_court_or_a_bar_stands_in_the_way()
    {
        Matrix.MayDo("assign", ["handler"], CourtRelation.Own, [])!.Message.ShouldBe("authority.post");
        Matrix.MayDo("assign", ["petition-officer"], CourtRelation.Superior, [])!.Message.ShouldBe("authority.relation");
        Matrix.MayDo("assign", ["petition-officer"], CourtRelation.Own, [PersonBar.Accused])!.Message.ShouldBe("authority.bar");
        Matrix.MayDo("assign", ["petition-officer"], CourtRelation.Own, []).ShouldBeNull();
    }

    [Fact]
    public void One_of_several_posts_suffices() =>
        Matrix.MayDo("assign", ["archivist", "petition-unit-head"], CourtRelation.Own, []).ShouldBeNull();

    [Fact]
    public void An_administrator_reads_no_matter_even_with_another_post()
    {
        foreach (var administrator in PackWords.Administrators)
        {
            Matrix.MayDo("read", [administrator, "president"], CourtRelation.Own, []).ShouldNotBeNull();
            Matrix.MayDo("register", [administrator, "receptionist"], CourtRelation.Own, []).ShouldNotBeNull();
        }
    }

    [Fact]
    public void What_one_administrator_proposes_another_confirms()
    {
        foreach (var act in new[] { "pack-adoption", "calendar" })
        {
            var proposers = Matrix.RowsOf("propose-" + act).SelectMany(row => row.Roles);
            proposers.Intersect(Matrix.RowsOf("confirm-" + act).SelectMany(row => row.Roles)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Whoever_is_accused_does_nothing_in_the_matter_but_register_and_explain()
    {
        var free = Matrix.Rows.Where(row => !row.Bars.Contains(PersonBar.Accused) && !row.Roles.All(PackWords.Administrators.Contains));

        free.Select(row => row.Act).Except(["draft-bulletin", "issue-bulletin", "read-bulletin", "record-report"], StringComparer.Ordinal) // They stand in no matter that accuses anybody.
            .ShouldBe(["register", "explain-accusation"]);
    }

    [Fact]
    public void An_act_that_approves_is_barred_to_whoever_applied()
    {
        var unbarred = Matrix.Rows.Where(row => (row.Act.StartsWith("approve-", StringComparison.Ordinal) || row.Act.StartsWith("confirm-", StringComparison.Ordinal))
            && !row.Bars.Contains(PersonBar.Applied));

        unbarred.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_act_is_an_error_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Matrix.MayDo("fly", ["president"], CourtRelation.Own, []));

    [Theory]
    [InlineData("read,查看,janitor,own,any,,,,false", "authority.csv:2: unknown role 'janitor'")]
    [InlineData("read,查看,staff,nearby,any,,,,false", "authority.csv:2: unknown relation 'nearby'")]
    [InlineData("read,查看,staff,,any,,,,false", "authority.csv:2: an act needs at least one relation of the court")]
    [InlineData("read,查看,staff,own,some,,,,false", "authority.csv:2: relation to the matter must be 'named' or 'any', not 'some'")]
    [InlineData("read,查看,staff,own,any,tired,,,false", "authority.csv:2: unknown bar 'tired'")]
    [InlineData("read,查看,staff,own,any,,,X-1,false", "authority.csv:2: clause 'X-1' is in no pack")]
    [InlineData("read,查看,staff,own,any,,,,perhaps", "authority.csv:2: pack_choice must be 'true' or 'false', not 'perhaps'")]
    [InlineData("read,查看,,own,any,,,,false", "authority.csv:2: an act needs a code, a name and at least one role")]
    [InlineData("read,查看,staff,own", "authority.csv:2: 4 columns where 9 are expected")]
    [InlineData("read,查看,staff,own,any,,,,false\nread,查看,staff,own,any,,,,false", "authority.csv:3: act 'read' has this row twice")]
    public void A_fault_in_the_table_is_reported_with_its_line(string rows, string expected)
    {
        var errors = new List<PackError>();

        var matrix = AuthorityMatrix.Read(
            "authority.csv", "act,name,roles,relations,matter,bars,must_be_present,clause,pack_choice\n" + rows + "\n", new HashSet<string>(), errors);

        matrix.ShouldBeNull();
        errors.Select(error => error.ToString()).ShouldContain(expected);
    }

    private static void Check(string[] cells, string post, CourtRelation relation, (PersonBar Bar, string Word)[] bars)
    {
        var roles = cells[2].Split(';');
        var listed = roles.Contains(post) || (roles.Contains("staff") && !post.EndsWith("-administrator", StringComparison.Ordinal));
        var near = cells[3] == "*" || cells[3].Split(';').Contains(relation.ToString().ToLowerInvariant());
        var barred = bars.Any(bar => cells[5].Split(';').Contains(bar.Word));

        var refusal = Matrix.MayDo(cells[0], [post], relation, [.. bars.Select(bar => bar.Bar)]);

        (refusal is null).ShouldBe(listed && near && !barred, $"{cells[0]} by {post}, {relation}, {string.Join(' ', bars.Select(bar => bar.Word))}");
    }
}
