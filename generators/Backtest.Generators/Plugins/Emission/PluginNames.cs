using Backtest.Generators.Plugins.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>The names the templates use for one plugin.</summary>
internal sealed class PluginNames(PluginModel model)
{
    /// <summary>What stands before a name of the vocabulary.</summary>
    public string Vocabulary => model.Vocabulary;

    /// <summary>What stands before a name of the ABI.</summary>
    public string Runtime => model.Runtime;

    /// <summary>The author's class.</summary>
    public string Class => model.Class;

    /// <summary>The kind as the ABI spells it.</summary>
    public string Kind => model.Kind.ToString();

    /// <summary>The kind in words.</summary>
    public string KindInWords => model.Kind switch
    {
        PluginKind.Strategy => "strategy",
        PluginKind.Classifier => "classifier",
        PluginKind.Container => "container",
        PluginKind.BarSource => "bar source",
        _ => "risk manager",
    };

    /// <summary>The variable that holds the author's instance.</summary>
    public string Instance => model.Kind switch
    {
        PluginKind.Strategy => "strategy",
        PluginKind.Classifier => "classifier",
        PluginKind.Container => "factory",
        PluginKind.BarSource => "provider",
        _ => "manager",
    };

    /// <summary>What the ABI's factory of this kind begins with.</summary>
    public string FactoryFamily => model.IsUniverse ? "UniverseStrategy" : Kind;

    /// <summary>What the ABI's types of this kind begin with.</summary>
    public string Family => model.Kind switch
    {
        PluginKind.Strategy when model.IsUniverse => "Universe",
        PluginKind.Strategy => "Strategy",
        PluginKind.Classifier => "Classifier",
        PluginKind.Container => "Container",
        PluginKind.BarSource => "BarSource",
        _ => "Risk",
    };

    /// <summary>The node class.</summary>
    public string Node => $"{model.Contained?.Name ?? model.Class}Node";

    /// <summary>The factory class.</summary>
    public string Factory => model.FactoryClass;

    /// <summary>The id as C# text.</summary>
    public string Id => SymbolDisplay.FormatLiteral(model.Id, quote: true);

    /// <summary>The description as C# text.</summary>
    public string Description => SymbolDisplay.FormatLiteral(model.Description, quote: true);
}
