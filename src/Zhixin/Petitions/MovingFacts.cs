using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Petitions;

/// <summary>
/// By a superior's ruling another court answers from now on 移送 (GC21-12, 16). It has received the file: until then the sender answers, so that
/// the matter is owed at every moment.
/// </summary>
/// <param name="From">Number of the court that answered.</param>
/// <param name="To">Number of the court that answers now.</param>
/// <param name="Ruling">Number of the ruling.</param>
/// <param name="RulingCourt">Number of the court that made it, a superior of the sender.</param>
/// <param name="Ground">Why.</param>
/// <param name="Receipt">What proves that the other court has the file.</param>
/// <param name="ReceivedOn">The day of that receipt: the clocks of the other court start here.</param>
/// <param name="Forwarded">Whether a body still waits for its answer; then until when, if it said so.</param>
/// <param name="NoticeOwed">Whether the petitioner still waits for the acceptance notice.</param>
/// <param name="AidOwed">Whether somebody still waits for an answer on judicial aid.</param>
/// <param name="Lapsed">The reception that was agreed on at the first court and takes place no more; null where none was.</param>
[Fact("petition.transferred", Shown = true, Clause = "GC21-12")]
public sealed record PetitionTransferred(
    int From, int To, string Ruling, int RulingCourt, string Ground, string Receipt, DateOnly ReceivedOn, bool Forwarded, DateOnly? DueOn, bool NoticeOwed,
    bool AidOwed, ReceptionSlot? Lapsed = null);

/// <summary>Contacts or some petitioners go to a petition of their own 分案 (GC21-12).</summary>
/// <param name="Other">The new petition, of the same home.</param>
/// <param name="Contacts">Contacts that go wholly; each leaves by a fact of its own.</param>
/// <param name="Petitioners">Persons who go.</param>
[Fact("petition.split", Shown = true, Clause = "GC21-12")]
public sealed record PetitionSplit(Guid Other, string OtherNumber, IReadOnlyList<Guid> Contacts, IReadOnlyList<Guid> Petitioners, string Reason);

/// <summary>This petition came out of another one.</summary>
[Fact("petition.split-off", Shown = true, Clause = "GC21-12")]
public sealed record PetitionSplitOff(Guid From, string FromNumber, string Reason);

/// <summary>Another person stands in for a petitioner, an agent or a party 更换当事人或代理人 (GC21-12, 16).</summary>
/// <param name="Was">The person before.</param>
/// <param name="Now">The person from now on.</param>
/// <param name="Capacity">Of a petitioner or agent; null for a party who is no petitioner.</param>
/// <param name="Ground">Why: death, merger, assignment, new agent.</param>
/// <param name="Proof">The document that shows it.</param>
[Fact("petition.party-replaced", Shown = true, Clause = "GC21-12")]
public sealed record PetitionPartyReplaced(Guid Was, Guid Now, Capacity? Capacity, string Ground, string Proof);
