namespace Zhixin.Web.Texts;

/// <summary>The Chinese words of stored codes.</summary>
public static class CodeWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["visit"] = "来访", ["letter"] = "来信", ["phone"] = "来电", ["web"] = "网络", ["video"] = "视频", ["forwarded"] = "机关转来",
        ["own-court"] = "本院", ["superior"] = "上级法院", ["province"] = "到省", ["circuit-court"] = "巡回法庭", ["beijing"] = "进京", ["guidance-team"] = "驻点指导组",
        ["registered"] = "已登记", ["accepted"] = "已受理", ["replied"] = "已答复", ["closed"] = "已办结",
        ["justified"] = "诉求合理", ["partly"] = "部分合理", ["groundless"] = "诉求无理",
        ["settlement-broken"] = "和解不再履行", ["property-found"] = "发现可供执行的财产", ["reclassified"] = "改定为审查类",
        ["enforced"] = "确已执行到位", ["settled"] = "和解并已开始履行", ["committed"] = "确无财产，释明或救助后自愿书面承诺",
        ["handler-explains"] = "执行案件承办人说明", ["lawyer-explains"] = "信访援助律师说明", ["organisation-explains"] = "有关组织说明", ["investigation"] = "向其他组织、人员调查",
        ["error"] = "错误", ["flaw"] = "瑕疵", ["civil"] = "民政救济", ["social"] = "社会救济", ["major"] = "重大", ["complex"] = "复杂",
        ["reply-accepted"] = "信访人接受答复", ["reply-final"] = "已答复并告知救济途径", ["resolved"] = "有效化解",
        ["this-round"] = "以终结本次执行程序结案", ["act"] = "执行异议", ["outsider"] = "案外人异议",
        ["superior-order.refused"] = "不予责令执行", ["superior-order.moved"] = "裁定由其他法院执行", ["superior-order.withdrawn"] = "已撤回", ["superior-order.concluded"] = "已执行完毕",
        ["ruling.upheld"] = "异议成立", ["ruling.partly-upheld"] = "异议部分成立", ["ruling.rejected"] = "驳回异议", ["ruling.not-accepted"] = "不予受理", ["ruling.maintained"] = "维持前一裁定",
        ["ruling.changed"] = "变更前一裁定", ["ruling.revoked"] = "撤销前一裁定", ["ruling.sent-back"] = "撤销裁定，发回重新审查",
        ["review-kind.objection"] = "执行异议", ["review-kind.reconsideration"] = "执行复议", ["review-kind.supervision"] = "执行监督",
        ["window.reconsideration"] = "申请复议", ["window.suit"] = "提起执行异议之诉", ["window.supervision"] = "申请执行监督",
        ["supervision-ground.reconsideration"] = "不服复议裁定", ["supervision-ground.unfiled-objection"] = "异议按期提出而没有立案", ["supervision-ground.supervision-ruling"] = "不服前一监督裁定", ["supervision-ground.missed-period"] = "错过复议期限",
        ["remedy.objection"] = "提出执行异议", ["remedy.order"] = "请上一级法院责令立案或者裁定", ["remedy.reconsideration"] = "申请复议", ["remedy.outsider-suit"] = "提起执行异议之诉", ["remedy.restoring"] = "提供财产线索，申请恢复执行", ["remedy.supervision"] = "申请执行监督", ["remedy.excuse"] = "申请顺延耽误的期限",
        ["no-day.not-served"] = "裁定还没有送达，自送达之日起算", ["no-day.no-period"] = "法律没有规定期限", ["no-day.while-enforced"] = "执行程序终结以前", ["no-day.until-done"] = "法院办理以前", ["no-day.obstacle-lasts"] = "有正当理由的，自障碍消除之日起算",
        ["procedure-state.owed"] = "待立案", ["procedure-state.review"] = "审查中", ["procedure-state.unserved"] = "已裁定，待送达", ["procedure-state.over"] = "已办结",
        ["upheld"] = "异议成立", ["partly-upheld"] = "部分成立", ["rejected"] = "驳回异议",
        ["declined"] = "不予受理", ["withdrawn"] = "已撤回",
        ["written-off"] = "核销", ["write-off.apply"] = "申请", ["write-off.agree"] = "审核同意", ["write-off.material"] = "报送材料", ["write-off.pass-up"] = "逐级上报",
        ["write-off.name-verifier"] = "指定核查人员", ["write-off.verify"] = "专人核查", ["write-off.outcome"] = "登记结果",
        ["write-off-end.approved"] = "已核销", ["write-off-end.refused"] = "不予核销，继续督办", ["write-off-end.returned"] = "退回申请人", ["write-off-end.withdrawn"] = "已撤回", ["write-off-end.lapsed"] = "案件另行交办或者移送，申请失效",
        ["write-off-state.pending"] = "办理中", ["write-off-state.ended"] = "案件已终止", ["write-off-state.approved"] = "已核销", ["write-off-state.refused"] = "继续督办", ["write-off-state.returned"] = "已退回",
        ["write-off-state.withdrawn"] = "已撤回", ["write-off-state.lapsed"] = "已失效", ["write-off-state.reversed"] = "已撤销",
        ["recurrence.contact"] = "信访人又来访来信", ["recurrence.reopened"] = "有新的事实，重新办理", ["recurrence.found"] = "发现反复",
        ["terminated"] = "依法终结", ["termination.report"] = "报请", ["termination.pass-up"] = "逐级上报", ["termination.file"] = "报请备案", ["termination.answer-filing"] = "备案答复", ["termination.correct"] = "补正备案", ["termination.decide"] = "决定终结",
        ["termination-end.decided"] = "已终结", ["termination-end.returned"] = "已退回", ["termination-end.filing-returned"] = "备案退回", ["termination-end.withdrawn"] = "已撤回", ["termination-end.lapsed"] = "已失效",
        ["termination-state.pending"] = "办理中", ["termination-state.ended"] = "案件已终止", ["termination-state.decided"] = "已终结", ["termination-state.returned"] = "已退回", ["termination-state.filing-returned"] = "备案退回",
        ["termination-state.withdrawn"] = "已撤回", ["termination-state.lapsed"] = "已失效", ["termination-state.reversed"] = "已撤销", ["filing.accepted"] = "予以备案", ["filing.returned"] = "备案退回", ["filing.sent"] = "等待备案答复", ["filing.correct"] = "等待补正",
        ["termination-reversal.contact"] = "来访来信带来新情况", ["termination-reversal.new-fact"] = "有新的事实，重新办理", ["termination-reversal.resumed"] = "恢复执行", ["termination-reversal.error"] = "发现终结有错误",
        ["late-contact.nothing"] = "没有新情况", ["late-contact.new-fact"] = "有新事实", ["late-contact.clue"] = "有财产线索", ["late-contact.procedure"] = "有可以走的程序",
        ["termination-hearing.meeting"] = "约谈", ["termination-hearing.hearing"] = "听证", ["scope.enforcement"] = "执行", ["scope.trial"] = "审判程序", ["scope.compensation"] = "国家赔偿程序",
        ["record.termination.heard"] = "终结前听取意见", ["record.termination.hardship-answered"] = "生活困难陈述和答复", ["record.procedure.reconsideration-ruled"] = "复议裁定", ["record.procedure.supervision-ruled"] = "执行监督裁定",
        ["record.petition.met"] = "约谈", ["record.petition.reception-held"] = "接待", ["record.petition.leader-met"] = "包案领导约谈", ["record.petition.replied"] = "答复", ["record.petition.situation-explained"] = "释明",
        ["record.petition.inquiry-made"] = "调查核实", ["record.petition.property-checked"] = "财产调查", ["record.petition.measure-taken"] = "执行措施", ["record.petition.settled"] = "和解协议",
        ["record.petition.settlement-performed"] = "和解履行", ["record.petition.error-corrected"] = "纠正补正", ["record.petition.third-party-contacted"] = "第三方协助", ["record.petition.commitment-made"] = "自愿承诺",
        ["record.petition.hearing-held"] = "听证", ["record.petition.aid-decided"] = "司法救助决定", ["record.petition.outreach-visited"] = "带案下访", ["record.procedure.objection-ruled"] = "异议裁定",
        ["record.procedure.earlier-ruling-recorded"] = "此前的裁定", ["record.procedure.outsider-objection-ruled"] = "案外人异议裁定",
        ["lead"] = "主办院领导", ["co-handling-judge"] = "协办法官", ["leader-in-charge"] = "包案领导", ["liaison"] = "联络员", ["replaced"] = "由他人接替",
        ["received-there"] = "当场接待、答复", ["returned-freely"] = "自愿返回", ["stayed"] = "仍在现场", ["petition.split"] = "分案移出",
        ["implementation"] = "实施类", ["review"] = "审查类",
        ["press-on"] = "要求继续执行", ["unlawful-act"] = "执行行为违法", ["substantive-right"] = "对执行标的主张实体权利",
        ["in-person"] = "当面", ["post"] = "邮寄", ["message"] = "短信、微信", ["electronic"] = "电子送达",
        ["aid"] = "报请司法救助", ["review-extension"] = "延长一次", ["conduct"] = "提请处置，打开以后看事实和依据", ["voided"] = "已作废", ["merged"] = "已并案", ["resolved-before"] = "导入前已化解",
        ["hand-down.mode.hand-down"] = "交办", ["hand-down.mode.direct-transfer"] = "直接转办", ["hand-down.mode.transfer-with-result"] = "转办要结果",
        ["hand-down.mode.order-procedure"] = "责令按程序审查", ["hand-down.mode.order-ruling"] = "责令限期裁定",
        ["hand-down.end.accepted"] = "报告已认可", ["hand-down.end.filed"] = "已正式立案", ["hand-down.end.written-off"] = "已核销", ["hand-down.end.barred"] = "依法不再交办", ["hand-down.end.recalled"] = "已收回", ["hand-down.end.passed"] = "已转到",
        ["ordinary"] = "普通", ["key"] = "重点", ["hard"] = "疑难",
        ["applicant"] = "申请执行人", ["respondent"] = "被执行人", ["interested-person"] = "利害关系人、案外人", ["agent"] = "代理人", ["unknown"] = "身份待核",
        ["booked"] = "已约", ["kept"] = "已接待", ["missed"] = "没有前来", ["cancelled"] = "已取消", ["transferred"] = "移送后失效", ["lapsed"] = "案件已办结，不再等候",
        ["passed-on"] = "转承办人", ["solved-on-the-spot"] = "当场解决", ["guided-elsewhere"] = "指引到其他程序", ["transferred-elsewhere"] = "移送其他机关",
        ["anonymous"] = "匿名", ["identity-number-checksum"] = "证件号码校验位不符", ["identity-number-length"] = "证件号码位数不对",
        ["impossible-province-code"] = "证件号码省份代码不存在", ["phone-odd"] = "电话号码位数不对", ["phone-missing"] = "没有电话",
        ["case-number-missing"] = "没有案号", ["case-number-malformed"] = "案号无法识别", ["case-court-unknown"] = "案号法院代码待识别",
        ["case-not-enforcement"] = "案号不是执行案件", ["summary-missing"] = "没有写明反映的情况", ["source-missing"] = "没有写明来源",
        ["handler-missing"] = "没有写明执行案件承办人", ["opinion-missing"] = "没有拟办意见", ["parties-missing"] = "没有写明当事人", ["import-defect"] = "导入时有缺陷", ["cause-unrecognised"] = "台账写的事由或类别在规程中没有对应",
        ["accused"] = "被信访人指称", ["reassigned"] = "改派", ["petitioner-appeared"] = "信访人又来访来信，情形已经消失",
        ["original-handler"] = "原承办人接待", ["team-with-original-handler"] = "信访专班会同原承办人", ["joint"] = "共同接待办理",
        ["accusation-unit-head"] = "有指称，由专班负责人指定", ["other"] = "其他",
        ["start"] = "起算", ["running"] = "期限已在计算", ["none"] = "不起算",
        ["public-notice"] = "公告", ["appraisal"] = "鉴定、评估", ["jurisdiction-dispute"] = "管辖争议", ["stay"] = "中止、暂缓执行", ["hearing"] = "听证",
        ["late-entry"] = "补录", ["late-proof-missing"] = "补录没有证明材料",
        ["contact.join-answered"] = "外院同意并入",
        ["contact.corrected"] = "收到日期更正", ["petition.contact-left"] = "来访来信移出", ["petition.contact-voided"] = "来访来信作废",
        ["paper.receipt"] = "信访事项登记回执", ["paper.acceptance-notice"] = "受理告知书", ["paper.decline-notice"] = "不予受理告知书", ["paper.remedy-notice"] = "救济途径告知书",
        ["paper.closing-notice"] = "结案通知书", ["paper.meeting-record"] = "约谈笔录", ["paper.hearing-notice"] = "听证通知书", ["paper.hearing-minutes"] = "听证笔录",
        ["paper.filing-notice"] = "立案通知书", ["paper.termination-report"] = "报请终结信访的报告", ["paper.termination-filing-form"] = "终结信访备案表", ["paper.termination-decision"] = "终结信访决定书",
        ["paper.termination-notice"] = "终结信访告知书", ["paper.property-query-record"] = "财产查询记录", ["paper.resume-notice"] = "恢复执行通知书", ["paper.repeat-report"] = "终结后反复申诉的报告",
        ["paper-hearing.major"] = "案情重大", ["paper-hearing.complex"] = "案情复杂", ["paper-hearing.hard"] = "疑难信访", ["paper-hearing.other"] = "听取各方意见", ["paper.reply"] = "答复意见书", ["paper.reply-record"] = "答复笔录", ["paper.hand-down-letter"] = "交办函", ["paper.transfer-letter"] = "转办函", ["paper.report-up"] = "上报专报", ["paper.write-off-form"] = "核销审批表",
        ["paper.supervision-card"] = "执行监督卡", ["paper.supervision-letter"] = "督办函", ["paper.review-letter"] = "监督函", ["paper.supervision-transfer"] = "转办函", ["paper.supervision-hand-down"] = "交办函", ["paper.supervision-report"] = "督办报告",
        ["paper.supervision-opinion"] = "督办意见书", ["paper.opinion-answer"] = "复议答复函", ["paper.listing-form"] = "挂牌督办表", ["paper.six-elements"] = "五定一包责任表",
        ["new-date"] = "新的报告期限", ["report-up"] = "报送专报", ["bulletin"] = "印发通报", ["letter-draft"] = "发函", ["paper.ranking-bulletin"] = "排名通报",
        ["paper.urging-letter"] = "催办函", ["paper.enforcement-order"] = "督促执行令", ["paper.admonition-record"] = "约谈记录", ["paper.special-report"] = "专报",
        ["paper-finding.justified"] = "诉求合理", ["paper-finding.partly"] = "诉求部分合理", ["paper-finding.groundless"] = "诉求没有依据",
        ["problem"] = "反映问题", ["suggestion"] = "建议", ["opinion"] = "意见", ["complaint"] = "投诉请求", ["word-unknown"] = "登记用语不在列表内",
        ["natural"] = "自然人", ["legal"] = "法人", ["organisation"] = "其他组织",
    };

    /// <summary>The word of a way to meet or to serve: a phone call goes out here, and does not come in as with a contact.</summary>
    public static string Of(Zhixin.Petitions.ServiceMethod method) => method == Zhixin.Petitions.ServiceMethod.Phone ? "电话" : Of(Database.Petitions.ReadRows.Code(method));

    /// <summary>The word of a way down.</summary>
    public static string Of(Zhixin.Petitions.HandDownMode mode) => Of("hand-down.mode." + Database.Petitions.ReadRows.Code(mode));

    /// <summary>The word of why a hop is over.</summary>
    public static string Of(Zhixin.Petitions.HopEnd end) => Of("hand-down.end." + Database.Petitions.ReadRows.Code(end));

    /// <summary>The word of a code, or the code itself.</summary>
    public static string Of(string code) => Words.GetValueOrDefault(code, code);
}
