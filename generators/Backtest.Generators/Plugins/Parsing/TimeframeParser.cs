using System.Globalization;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Turns the timeframe an attribute is written with into the C# expression of it.</summary>
internal sealed class TimeframeParser(PluginScope scope)
{
    private const string Type = "Backtest.Timeframe";
    private const string Units = "smhdw";

    private readonly NamedMembers _members = new(scope.Class, scope.Compilation);

    /// <summary>The expression; <see langword="null"/>: the text is no timeframe, which is reported.</summary>
    public string? Parse(IPropertySymbol property, string text)
    {
        if (IsTimeframe(text, out int count))
            return $"new {scope.Names.VocabularyPrefix}Timeframe({count.ToString(CultureInfo.InvariantCulture)}, '{text[text.Length - 1]}')";
        if (_members.Find(text) is not { } member || NamedMembers.TypeOf(member) is not { } type)
            return Reject(property, text, "it is no count with a unit, and no member has that name");
        return type.Is(Type)
            ? $"{(member.IsStatic ? scope.Class.Name : SpecificationParser.Author)}.{member.Name}{(member is IMethodSymbol ? "()" : "")}"
            : Reject(property, text, $"that member is of type {type.ToDisplayString()}");
    }

    private static bool IsTimeframe(string text, out int count)
    {
        count = 0;
        return text.Length > 1 && Units.IndexOf(text[text.Length - 1]) >= 0
            && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
    }

    private string? Reject(IPropertySymbol property, string text, string why)
    {
        scope.Report(Descriptors.InvalidTimeframe, property, property.Name, text, why);
        return null;
    }
}
