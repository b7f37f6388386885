using System.Text;
using System.Xml.Linq;

namespace Backtest.Tests;

/// <summary>The comments on the library's public members, as Markdown.</summary>
internal sealed class XmlComments
{
    private readonly Dictionary<string, XElement> _members;

    private XmlComments(Dictionary<string, XElement> members) => _members = members;

    public static XmlComments Load()
    {
        string file = Path.ChangeExtension(typeof(Indicators).Assembly.Location, ".xml");
        return new XmlComments(XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!));
    }

    /// <summary>An element of a type's comment; empty if there is none.</summary>
    public string Of(Type type, string element) => Text($"T:{type.FullName}", element, null);

    /// <summary>The description of a parameter of a type's constructor, or of its primary one.</summary>
    public string OfParameter(Type type, string parameter) => _members.Keys
        .Where(key => key.StartsWith($"M:{type.FullName}.#ctor", StringComparison.Ordinal) || key == $"T:{type.FullName}")
        .Select(key => Text(key, "param", parameter)).FirstOrDefault(text => text.Length > 0) ?? "";

    /// <summary>The description of a factory's parameter.</summary>
    public string OfFactoryParameter(string factory, string parameter) => _members.Keys
        .Where(key => key.StartsWith($"M:Backtest.Indicators.{factory}(", StringComparison.Ordinal))
        .Select(key => Text(key, "param", parameter)).FirstOrDefault(text => text.Length > 0) ?? "";

    private string Text(string key, string element, string? name)
    {
        XElement? found = _members.GetValueOrDefault(key)?.Elements(element)
            .FirstOrDefault(candidate => name is null || (string?)candidate.Attribute("name") == name);
        if (found is null)
            return "";
        var text = new StringBuilder();
        foreach (XNode node in found.Nodes())
            text.Append(Markdown(node));
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } cref => $"`{Simple(cref.Value)}`",
        XElement { Name.LocalName: "see" } see => $"`{(string?)see.Attribute("langword")}`",
        XElement { Name.LocalName: "paramref" } reference => $"`{(string?)reference.Attribute("name")}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };

    private static string Simple(string cref)
    {
        string name = cref.Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
    }
}
