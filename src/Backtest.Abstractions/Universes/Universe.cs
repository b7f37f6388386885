namespace Backtest;

/// <summary>Which symbols may be entered, day by day.</summary>
/// <param name="Memberships">The memberships; those of one symbol do not overlap.</param>
/// <param name="File">The file they were read from; <see langword="null"/> for none.</param>
public sealed record Universe(IReadOnlyList<UniverseMembership> Memberships, DataFile? File = null);
