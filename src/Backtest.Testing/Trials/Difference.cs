namespace Backtest.Testing;

/// <summary>The first place where two runs decide differently.</summary>
/// <param name="Expected">What one decided; <see langword="null"/> if nothing more.</param>
/// <param name="Found">What the other decided; <see langword="null"/> if nothing more.</param>
internal sealed record Difference(Decision? Expected, Decision? Found)
{
    /// <summary>The first difference in what was decided by a time; <see langword="null"/> if there is none.</summary>
    public static Difference? First(IEnumerable<Decision> expected, IEnumerable<Decision> found, long until = long.MaxValue)
    {
        using IEnumerator<Decision> one = expected.Where(decision => decision.Time <= until).GetEnumerator();
        using IEnumerator<Decision> other = found.Where(decision => decision.Time <= until).GetEnumerator();
        while (true)
        {
            Decision? left = one.MoveNext() ? one.Current : null;
            Decision? right = other.MoveNext() ? other.Current : null;
            if (left is null && right is null)
                return null;
            if (left is null || right is null || !left.IsSame(right))
                return new Difference(left, right);
        }
    }

    /// <summary>The difference in words.</summary>
    /// <param name="one">The name of the first run, such as <c>with all bars</c>.</param>
    /// <param name="other">The name of the other run.</param>
    public string Describe(string one, string other)
    {
        Decision place = Expected is null || (Found is not null && Found.Time < Expected.Time) ? Found! : Expected;
        return $"at {place.Place}: {one} {Say(Expected, place)}, {other} {Say(Found, place)}";
    }

    private static string Say(Decision? decision, Decision place) =>
        decision is null || decision.Time != place.Time || decision.Symbol != place.Symbol ? "nothing" : decision.Text;
}
