namespace Backtest;

/// <summary>Marks an event of the flow and names its stage.</summary>
/// <param name="stage">The stage of the event.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class EventAttribute(Stage stage) : Attribute
{
    /// <summary>The stage of the event.</summary>
    public Stage Stage { get; } = stage;
}
