using Zhixin.Web.Components;
using Zhixin.Web.Courts;
using Zhixin.Web.Regulations;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    public static UnitFormModel Unit => new(
        "焦作市解放区人民法院", "/courts/4",
        [new("申诉审查机构", "葛松年", 4, null) { OwnsPetitions = true, Clauses = [new("SPC16", "SPC16-2")] }, new("执行信访团队", null, 0, null) { PartOf = "执行局" }],
        Choices, FormState.Empty, Key);

    public static CardModel Card => new("焦作市解放区人民法院", "/courts/4", FormState.Empty, Key, new("SPC16", "SPC16-3(1)", "执行信访意见"), Choices);

    public static PublicCourtModel PublicCourt => new(FormState.Empty, [], "焦作市解放区人民法院", [new("接待窗口", "3 号窗口"), new("来信地址", "人民路 1 号")]);

    public static MemberModel Member => new(
        "左思齐", "h0800017", "焦作市解放区人民法院", "/staff/4", "/staff/4/p", true, "执行局", ["承办人", "联络员"], 12, 3, true, true, true, Choices,
        [new("handler", "承办人", true), new("liaison", "联络员", false)], Choices, [new("reply", "答复", false)],
        [new("白露", "全部事项", new(2026, 2, 14), new(2026, 2, 20), "/staff/4/p/deputies/d/end"), new("程立夏", "答复", new(2026, 1, 5), new(2026, 1, 9), null)],
        FormState.Empty, Key, new("左思齐", "h0800017", "Rt7k-9mQp-2wXd"));

    public static HandoverModel Handover => new(
        "左思齐", "焦作市解放区人民法院", "/staff/4/p", "/staff/4/p/handover",
        [new("2026-豫0802-0001", "/petitions/1", "承办、主办", string.Concat(Enumerable.Repeat("拆迁补偿款执行到位后没有发还，", 13)), new(2026, 3, 1)), new("2026-豫0802-0002", "/petitions/2", "承办、主办", "腾房。", null)],
        Choices, FormState.Empty, Key, null);

    public static RegulationsIndexModel AdoptionIndex => RegulationsIndex with
    {
        Waiting = [new("GC21 第 1 版", "焦作市解放区人民法院", "葛松年", new(2026, 3, 1), "理由", new("复核并启用", "/regulations/adoptions/a/confirmation", true, Key, 1), null, new("退回", "/regulations/adoptions/a/refusal", PostKey: Key, Version: 1))],
        Propose = new AdoptionFormModel(FormState.Empty, Choices, Key),
        Adopted = [new("HNI 第 1 版", "海南省高级人民法院", new(2025, 1, 1), null, "理由；甲 提出，乙 复核", "/regulations/adoptions/b/end", Key, 2)],
    };

    public static CompareModel Compare => new(
        "GC21", "2021年文件（reference-2021）第 1 版", "钢城意见（GC21）第 1 版", FormState.Empty, Choices,
        [new("答复办理情况和结果", "改动", RichText.Of(RichText.By(new("reference-2021", "REF21-finish")), " 30 个工作日"), RichText.Of(RichText.By(Reply), " 40 个工作日"), "期间")],
        [new("GC21-13", "改动", "旧", "新", string.Empty)], [new("群体访人数", "新增", "没有", "5 人", string.Empty)], true);

    public static WhatIfModel WhatIf => new(
        "GC21", "钢城意见", FormState.Empty, Choices, Choices, "40 个工作日", Reply, [new("按2021年文件：30 个工作日", "/regulations/GC21/what-if?rule=reply&n=30&unit=workday")],
        new WhatIfResult("30 个工作日", 2, true, [new("将变为逾期", 1), new("提前", 1)],
        [
            new("焦作市山阳区禾润丰达机电设备安装工程有限责任公司", "/petitions/1", "（2022）豫0811执异2832号", new(new DateOnly(2026, 3, 2)), new(new DateOnly(2026, 2, 9)), new(LightState.Overdue, "逾期 3 日"), "将变为逾期", true),
            new("匿名", "/petitions/2", null, null, null, new(LightState.Untimed, "不定期限"), "起算日缺失", false),
        ]),
        null);
}
