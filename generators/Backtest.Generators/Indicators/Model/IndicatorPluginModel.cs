using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Indicators.Model;

/// <summary>All that the factory written for one indicator plugin depends on.</summary>
/// <param name="Kind">The kind, kebab-case.</param>
/// <param name="Id">Its id.</param>
/// <param name="Description">What it tells.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Class">The author's class.</param>
/// <param name="Vocabulary">How generated source names the vocabulary: empty where a using does, else a full namespace with its dot.</param>
/// <param name="Runtime">The same for the ABI.</param>
/// <param name="Form">The method that makes its specification: <c>Series</c> or <c>Bars</c>.</param>
/// <param name="Value">The type it yields.</param>
/// <param name="Parameters">The constructor's parameters, as its schema has them.</param>
/// <param name="Arguments">The constructor's parameters, as the factory reads them.</param>
/// <param name="AbiMajor">The major version of the ABI.</param>
/// <param name="AbiMinor">The minor version of the ABI.</param>
internal sealed record IndicatorPluginModel(
    string Kind, string Id, string Description, string Namespace, string Class, string Vocabulary, string Runtime, string Form,
    string Value, RecordType Parameters, EquatableArray<ArgumentModel> Arguments, int AbiMajor, int AbiMinor)
    : SourceModel;
