namespace Backtest;

/// <summary>
/// Declares that an indicator of whole bars has no meaning without their volume. On data without volume the run is then refused; otherwise the
/// indicator would read zeros. An indicator that reads volume as its only number (<c>From(BarField.Volume)</c>) needs no declaration.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadsVolumeAttribute : Attribute;
