using Extract.Tools.Organizations;

switch (args)
{
    case ["gazetteer", var sources, var target]:
        var bodies = new Bodies();
        foreach (var body in Sources.Read(sources)) bodies.Add(body);
        var (keys, entries, bytes) = bodies.Write(target);
        Console.WriteLine($"{keys:N0} names of {entries:N0} bodies with a full name, {bytes:N0} bytes");
        return 0;
    case ["classes", var vectors, var target]:
        Console.WriteLine($"{WordClusters.Write(vectors, target):N0} words");
        return 0;
    case ["base", var entities, var target]:
        Console.WriteLine(BaseTraining.Write(entities, target));
        return 0;
    case ["held-out", var entities]:
        foreach (var line in HeldOut.Lines(entities)) Console.WriteLine(line);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run --project tools/organizations -- gazetteer|classes|base SOURCES TARGET, or held-out SOURCES   (see README.md there)");
        return 2;
}
