using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Zhixin.Web.Hosting;

/// <summary>The OpenAPI document at /api/openapi.json: the JSON addresses alone, with what all of them share.</summary>
public static class ApiDocument
{
    private const string Problem = "Problem";

    private static readonly Dictionary<string, string> Modules = new(StringComparer.Ordinal)
    {
        ["obligations"] = "工作台", ["contacts"] = "来访来信", ["petitions"] = "信访案件", ["supervisions"] = "督办", ["listed"] = "督办", ["overdue-below"] = "督办", ["bulletins"] = "排名通报", ["checks"] = "执行监督记录", ["report-box"] = "举报箱", ["platform-items"] = "平台事项", ["imports"] = "台账导入", ["corrections"] = "台账导入", ["leader"] = "院领导看板", ["ledger"] = "台账",
        ["courts"] = "法院", ["staff"] = "人员", ["regulations"] = "规程", ["adoptions"] = "规程", ["calendar"] = "工作日历", ["access-log"] = "查看记录",
        ["attachments"] = "附件", ["uploads"] = "附件", ["keys"] = "接口密钥", ["joins"] = "并案", ["proposals"] = "并案", ["status"] = "运行状况", ["messages"] = "提醒", ["reception"] = "接访", ["approvals"] = "审批", ["hand-downs"] = "交办", ["write-offs"] = "核销", ["terminations"] = "终结", ["filings"] = "终结", ["procedures"] = "程序",
    };

    /// <summary>Statuses in which every address may answer.</summary>
    private static readonly (string Status, string Meaning)[] Always =
        [("400", "填写有误：field 是字段名"), ("401", "没有登录"), ("403", "无权办理：写明有权的岗位和依据"), ("404", "没有，或者不在可见范围内")];

    /// <summary>Statuses in which an act may answer beside those.</summary>
    private static readonly (string Status, string Meaning)[] OfActs =
        [("409", "状态不符，或者其间已有他人办理"), ("413", "内容过大"), ("415", "不是 JSON"), ("422", "依据条文不能办理：写明条文和补救办法；或者同一密钥配了另一内容")];

    /// <summary>Sets the document up.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Head(document));
        options.AddOperationTransformer((operation, context, _) => Share(operation, context));
    }

    private static Task Head(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "执信 Zhixin",
            Version = Office.Version,
            Description = "页面上的每一项办理和查询都有对应的 JSON 接口，由同一函数办理。登录后的会话或者 Authorization: Bearer 密钥均可。",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[Problem] = ProblemSchema();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "安全管理员发给系统的密钥" },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema()
    {
        static OpenApiSchema Text(string meaning) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = meaning };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457：为什么不行，依据哪一条，怎样才行。",
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["title"] = Text("理由"), ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer }, ["key"] = Text("固定不变的理由代码"), ["clause"] = Text("条文编号，如 GC21-13"),
                ["field"] = Text("有误的字段"), ["remedy"] = Text("补救办法"),
            },
        };
    }

    private static Task Share(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var isAct = string.Equals(context.Description.HttpMethod, "POST", StringComparison.OrdinalIgnoreCase);
        operation.Tags = new HashSet<OpenApiTagReference>([new OpenApiTagReference(Tag(context.Description.RelativePath!))]);
        operation.Responses ??= [];
        foreach (var (status, meaning) in isAct ? [.. Always, .. OfActs] : Always)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = meaning,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
                },
            });
        }

        if (isAct)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Header("Idempotency-Key", "重发时不变的密钥：同一密钥、同一内容只办理一次"));
            operation.Parameters.Add(Header("If-Match", "所见的版本；其间已有他人办理的，答 409"));
        }

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ActFields>().FirstOrDefault() is { } fields)
        {
            operation.RequestBody = Body(fields);
        }

        return Task.CompletedTask;
    }

    private static string Tag(string path) => path.Split('/') is [_, var module, ..] ? Modules.GetValueOrDefault(module, module) : path;

    private static OpenApiParameter Header(string name, string meaning) =>
        new() { Name = name, In = ParameterLocation.Header, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiRequestBody Body(ActFields fields) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = fields.All.ToDictionary(f => f.Name, Field, StringComparer.Ordinal),
                    AdditionalPropertiesAllowed = false,
                },
            },
        },
    };

    private static IOpenApiSchema Field(ActField field) => new OpenApiSchema
    {
        Type = field.Many ? JsonSchemaType.Array : JsonSchemaType.String | JsonSchemaType.Null,
        Description = field.Meaning,
        Items = field.Many ? new OpenApiSchema { Type = JsonSchemaType.String } : null,
    };
}
