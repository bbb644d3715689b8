using Zhixin.Database.Setup;

namespace Zhixin.Benchmarks.Filling;

/// <summary>Invented names and texts. Words differ in how often they occur, because a search for a rare word and one for a common word are different work.</summary>
public static class Wording
{
    private static readonly string[] Disputes =
    [
        "买卖合同纠纷", "民间借贷纠纷", "劳动报酬纠纷", "建设工程施工合同纠纷", "机动车交通事故责任纠纷", "房屋租赁合同纠纷", "离婚后财产纠纷", "金融借款合同纠纷",
        "物业服务合同纠纷", "承揽合同纠纷", "抚养费纠纷", "加工合同纠纷", "土地承包经营权纠纷", "追偿权纠纷", "股权转让纠纷", "鱼塘承包纠纷",
    ];

    private static readonly string[] Matters =
    [
        "立案执行以来没有进展", "被执行人名下车辆未查封", "案款已经扣划到账没有发还", "终本以后没有再次查控", "拍卖评估价格过低", "申请恢复执行没有答复", "被执行人转移财产",
        "电话无人接听，找不到承办人", "财产保全即将到期没有续封", "执行和解以后对方不履行", "腾退房屋超过期限没有强制执行", "提出的异议没有作出裁定", "限制消费措施没有解除",
        "工资收入没有扣划", "门面房出租的租金没有提取", "股权冻结后没有处置", "塔吊设备被擅自拆走", "苗木没有清点移交",
    ];

    private static readonly string[] Requests =
    [
        "请求尽快执行", "请求发还案款", "请求查控银行存款", "请求恢复执行", "请求依法拍卖", "请求答复办理情况", "请求采取限制消费措施", "请求追究拒不执行的责任", "请求更换承办人",
        "请求续行查封",
    ];

    /// <summary>Words that are searched for: of two and of four characters, common and rare.</summary>
    public static IReadOnlyList<string> Sought { get; } = ["案款", "鱼塘", "塔吊", "苗木", "恢复执行", "股权冻结", "金融借款", "追偿权纠"];

    /// <summary>A name; the first 899 are all different.</summary>
    public static string Name(int number) => DemoPeople.NameOf(number);

    /// <summary>What a petitioner says.</summary>
    public static string Account(ref Lot lot) =>
        $"{lot.Skewed(Disputes)}，判决生效已{1 + lot.Of(36)}个月，标的{1 + lot.Of(900)}万元，{lot.Skewed(Matters)}，{lot.Skewed(Matters)}。";

    /// <summary>What a petitioner asks for.</summary>
    public static string Request(ref Lot lot) => lot.Skewed(Requests) + "。";

    /// <summary>A name that is nearly always new.</summary>
    public static string Petitioner(ref Lot lot) => lot.PerMille(300) ? Name(lot.Of(899)) : Stranger(ref lot);

    /// <summary>A name that hardly anybody has.</summary>
    public static string Stranger(ref Lot lot) => $"{Name(lot.Of(899))[..2]}{(char)(0x4E00 + lot.Of(3000))}";
}
