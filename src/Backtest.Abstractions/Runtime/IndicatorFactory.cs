using System.ComponentModel;
using System.Globalization;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes specifications of one indicator plugin. Generated for each class marked <see cref="IndicatorPluginAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IndicatorFactory : PluginFactory
{
    /// <summary>The maximum number of arguments.</summary>
    protected abstract int MaximumArguments { get; }

    /// <summary>The specification for arguments given in the order of the constructor's parameters; those left out take its defaults.</summary>
    /// <exception cref="InputException">There are too many or too few, or one that must be a whole number is not.</exception>
    public IndicatorSpec Specify(IReadOnlyList<double> arguments)
    {
        var given = new IndicatorArguments(Descriptor.Id, arguments);
        if (arguments.Count <= MaximumArguments)
            return Create(given);
        throw given.Refuse(string.Create(
            CultureInfo.InvariantCulture, $"takes at most {MaximumArguments} arguments; found {arguments.Count}"));
    }

    /// <inheritdoc/>
    public sealed override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
        // An indicator's arguments come from code and not from a run file; its constructor checks them.
    }

    /// <summary>The specification for these arguments.</summary>
    protected abstract IndicatorSpec Create(IndicatorArguments arguments);
}
