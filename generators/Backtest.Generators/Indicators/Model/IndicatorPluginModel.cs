using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Indicators.Model;

/// <summary>Everything that the factory generated for one indicator plugin depends on.</summary>
/// <param name="Kind">The kind, in kebab-case.</param>
/// <param name="Id">The plugin's id.</param>
/// <param name="Description">The description.</param>
/// <param name="Namespace">The namespace; empty for the global namespace.</param>
/// <param name="Class">The author's class.</param>
/// <param name="Vocabulary">
/// The prefix of names of the vocabulary in generated source: empty if a using directive covers it, otherwise a full namespace with its dot.
/// </param>
/// <param name="Runtime">The same prefix for the ABI.</param>
/// <param name="Form">The method that creates its specification: <c>Series</c> or <c>Bars</c>.</param>
/// <param name="Value">The type of its values.</param>
/// <param name="Parameters">The constructor's parameters, as in the schema.</param>
/// <param name="Arguments">The constructor's parameters, as read by the factory.</param>
/// <param name="AbiMajor">The major version of the ABI.</param>
/// <param name="AbiMinor">The minor version of the ABI.</param>
internal sealed record IndicatorPluginModel(
    string Kind, string Id, string Description, string Namespace, string Class, string Vocabulary, string Runtime, string Form,
    string Value, RecordType Parameters, EquatableArray<ArgumentModel> Arguments, int AbiMajor, int AbiMinor)
    : SourceModel;
