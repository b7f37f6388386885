using Backtest.Generators.Plugins.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>The names the templates use for one plugin.</summary>
internal sealed class PluginNames(PluginModel model)
{
    /// <summary>The prefix of names of the vocabulary.</summary>
    public string Vocabulary => model.Vocabulary;

    /// <summary>The prefix of names of the ABI.</summary>
    public string Runtime => model.Runtime;

    /// <summary>The author's class.</summary>
    public string Class => model.Class;

    /// <summary>The kind as a C# string literal.</summary>
    public string Kind => SymbolDisplay.FormatLiteral(model.Kind, quote: true);

    /// <summary>The kind in words.</summary>
    public string Words => model.Words;

    /// <summary>The name of the variable for the author's instance.</summary>
    public string Instance => model.Instance;

    /// <summary>The name of the node class.</summary>
    public string Node => $"{model.Contained?.Name ?? model.Class}Node";

    /// <summary>The name of the factory class.</summary>
    public string Factory => model.FactoryClass;

    /// <summary>The id as a C# string literal.</summary>
    public string Id => SymbolDisplay.FormatLiteral(model.Id, quote: true);

    /// <summary>The description as a C# string literal.</summary>
    public string Description => SymbolDisplay.FormatLiteral(model.Description, quote: true);
}
