using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Papers;

/// <summary>What the papers of procedures, of termination and of what follows it are filled with.</summary>
public sealed partial class PaperValues
{
    private void Terminated(PaperWish wish)
    {
        switch (wish.Kind)
        {
            case TerminationPapers.Filing:
                Filed(wish.Court);
                break;
            case TerminationPapers.QueryRecord:
                Queried();
                break;
            case TerminationPapers.ResumeNotice:
                Resumed();
                break;
            case TerminationPapers.RepeatReport:
                Repeated(wish);
                break;
            default:
                if (Issuing.Ending(_petition) is { } one)
                {
                    Grounds(one);
                    Decision(one, wish);
                }

                break;
        }
    }

    /// <summary>The ground and its facts, what the petitioner said, and each court's opinion.</summary>
    private void Grounds(Termination one)
    {
        var reported = one.Reported;
        Set("ground", WriteOffs.WriteOffForms.Named(_law, TerminationRules.GroundList, TerminationRules.Code(reported.Ground)));
        Set("basis", Full(reported.GroundClause));
        List("facts",
        [
            .. reported.Evidence.Select(e => $"{Date(e.On)}，{CodeWords.Of("record." + e.Kind)}：{e.Document}"),
            $"此后又以相同事由来访来信 {reported.Repeats.Count} 次。{Sentence(reported.SameCause)}",
            .. reported.Materials.Select(m => $"{WriteOffs.WriteOffForms.Named(_law, TerminationRules.MaterialList(reported.Class), m.Code)}：{WriteOffs.WriteOffForms.Said(m.Document)}"),
        ]);
        Say("heard", _petition.Terminations.Heard is [.., { Heard: var heard, On: var on }] ? $"{Date(on)}{(heard.Kind == TerminationHearingKind.Hearing ? "听证" : "约谈")}，{heard.Present}参加。信访人表示：{heard.View}" : "已经听取，见卷。");
        Say("hardship", _petition.Terminations.Hardship is { Answered: var said } ? $"信访人陈述：{Sentence(said.Statement)}答复：{Sentence(said.Answer)}{(reported.ExceptionAsked is { } why ? "仍报请终结的理由：" + why : string.Empty)}" : "不涉及申请执行人因未执行到位的生活困难。");
        List("steps", [.. one.Steps.Select(s => $"{Date(s.On)}，{_law.Court(s.Court).Name}{CodeWords.Of("termination." + ReadRows.Code(s.Station))}：{s.Text}")]);
        Set("enforcing_court", _law.Court(_petition.Opened.Responsible).Name);
    }

    private void Decision(Termination one, PaperWish wish)
    {
        Set("to_court", _law.Chain(wish.Court).Skip(1).Select(c => _law.Court(c).Name).FirstOrDefault());
        Say("reasons", wish.Text);
        Set("aftercare", one.Reported.Class == PetitionClass.Implementation ? "是" : null);
        Set("filed_on", one.Filing is { Answer.Answer: FilingAnswer.Accepted, AnsweredOn: { } filed } ? Date(filed) : null);
        Set("decided_on", one is { Decided: not null, EndedOn: { } decided } ? Date(decided) : null);
        Set("decision_number", one.Decided?.Document);
        if (one.Filing is { } filing)
        {
            List("filings", [$"{Date(filing.SentOn)} 报请备案：{filing.Sent.Document}", .. filing.Answer is { } answer && filing.AnsweredOn is { } on
                ? new[] { $"{Date(on)} {(answer.Answer == FilingAnswer.Accepted ? "予以备案" : "退回")}：{answer.Document}" } : []]);
        }
    }

    private void Filed(int court)
    {
        if (Issuing.Filed(_petition, court) is var (chain, step))
        {
            Set("paper_on", Date(step.AppliedOn));
            Set("step", step.Kind == ReviewKind.Objection ? CodeWords.Of(ReadRows.Code(chain.Owed.Kind)) : CodeWords.Of("review-kind." + ReadRows.Code(step.Kind)));
            Set("filed_on", Date(step.FiledOn!.Value));
            Set("step_number", step.Number);
            Set("ruling_due", step == chain.Current && Chains.RulingOwed(_petition, chain)?.Due is { } due ? Date(due) : null);
        }
    }

    private void Queried()
    {
        if (Issuing.Queried(_petition) is { Facts: var query, On: var on })
        {
            Set("queried_on", Date(on));
            Set("scope", query.Source);
            Say("result", query.Result);
            Say("told", query.Told + "（" + query.Proof + "）");
            Set("found", query.Found ? "发现" : null);
            Set("next_on", !query.Found && _petition.Obligations.LastOrDefault(o => o.IsOpen && o.Rule.Kind == "property-query")?.Due is { } next ? Date(next) : null);
        }
    }

    private void Resumed()
    {
        if (_petition.Terminations.After is { Resumed: [.., var resumed] } after)
        {
            var clue = after.Clues.LastOrDefault(c => c.Resumed)?.Received;
            Set("ground", clue is null ? "本院查询发现可供执行的财产，" : $"根据你（单位）{Date(clue.ReceivedOn)}提出的财产线索和恢复执行请求，");
            Set("resumed_on", Date(resumed.On));
            Set("resumed_number", resumed.Facts.Number);
            Set("reversed", Issuing.Ending(_petition)?.Reversed is null ? null : "是");
        }
    }

    private void Repeated(PaperWish wish)
    {
        if (Issuing.Ending(_petition) is { Decided: { } decided, EndedOn: { } on } && _petition.Terminations.After.Repeats is [.., var finding])
        {
            Set("decided_on", Date(on));
            Set("decision_number", decided.Document);
            Set("contacts", $"{finding.Facts.Contacts} 次");
            Set("found_on", Date(finding.On));
            Say("finding", finding.Facts.Conduct);
            Say("reported", wish.Text);
        }
    }

    /// <summary>A clause as papers cite it: instrument and article.</summary>
    private string Full(string clause) => _law.Packs.FirstOrDefault(p => p.Id == clause.Split('-')[0]) is { } pack && pack.Clauses.FirstOrDefault(c => c.Id == clause) is { } found
        ? $"《{pack.Title}》{found.Article}"
        : clause;

    private void List(string field, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            _values[field] = lines;
        }
    }
}
