namespace Backtest.Generators.Containers.Parsing;

/// <summary>The order of two roles, with its reason.</summary>
/// <param name="Before">The role called first.</param>
/// <param name="After">The role called later.</param>
/// <param name="Reason">The reason, used as the link between the two in the description of a cycle.</param>
internal sealed record Precedence(Role Before, Role After, string Reason);

/// <summary>Places a role after the first of the roles that emit what it handles.</summary>
/// <param name="Sources">The roles that emit it and have a turn of their own.</param>
/// <param name="After">The role called later.</param>
/// <param name="Reason">The event.</param>
internal sealed record Feed(IReadOnlyList<Role> Sources, Role After, string Reason);

/// <summary>Sorts roles by their precedences; the given order decides between roles that have none.</summary>
internal sealed class FlowOrder(IReadOnlyList<Precedence> precedences, IReadOnlyList<Feed> feeds)
{
    /// <summary>The sorted roles; <see langword="null"/> if some wait for each other.</summary>
    public List<Role>? Sort(IReadOnlyList<Role> roles) => Place(roles) is { Left.Count: 0 } placed ? placed.Sorted : null;

    /// <summary>A cycle of roles that wait for each other, such as <c>A SignalEvent → B VetoEvent → A</c>.</summary>
    public string DescribeCycle(IReadOnlyList<Role> roles)
    {
        List<Role> left = Place(roles).Left;
        var links = new List<Precedence>();
        for (Role role = left[0]; links.TrueForAll(link => link.After != role); role = links[0].Before)
            links.Insert(0, Blocks(role, left)!);
        links = links.GetRange(0, 1 + links.FindIndex(link => link.After == links[0].Before));
        Precedence first = links.OrderBy(link => link.Before.Name, StringComparer.Ordinal).First();
        IEnumerable<Precedence> turned = links.SkipWhile(link => link != first).Concat(links.TakeWhile(link => link != first));
        return string.Concat(turned.Select(link => $"{link.Before.Name} {link.Reason} → ")) + first.Before.Name;
    }

    /// <summary>Whether one role comes before another in every possible order.</summary>
    public bool IsDecided(Role before, Role after) => Reaches(before, after, []);

    private bool Reaches(Role from, Role to, HashSet<Role> seen) => from == to || (seen.Add(from)
        && (precedences.Any(link => link.Before == from && Reaches(link.After, to, seen))
            || feeds.Any(feed => feed.Sources is [var only] && only == from && Reaches(feed.After, to, seen))));

    private (List<Role> Sorted, List<Role> Left) Place(IReadOnlyList<Role> roles)
    {
        var left = roles.ToList();
        var sorted = new List<Role>();
        while (left.Find(role => Blocks(role, left) is null) is { } next)
        {
            left.Remove(next);
            sorted.Add(next);
        }

        return (sorted, left);
    }

    /// <summary>The precedence for which a role still waits.</summary>
    private Precedence? Blocks(Role role, List<Role> left) =>
        precedences.FirstOrDefault(link => link.After == role && left.Contains(link.Before))
        ?? feeds.Where(feed => feed.After == role && feed.Sources.All(left.Contains))
            .Select(feed => new Precedence(feed.Sources[0], role, feed.Reason)).FirstOrDefault();
}
