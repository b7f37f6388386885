using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Makes a classifier's own nodes and puts an observer around each.</summary>
internal sealed class ObservedClassifierFactory(ClassifierFactory inner, SubjectObserver observer) : ClassifierFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override ClassifierNode Create(ParameterMap parameters, BindingContext context, ClassifierConnections connections) =>
        new ObservedClassifier(connections, observer, own => inner.Create(parameters, context, own));
}
