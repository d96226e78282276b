using Extract.Tools.Gazetteer;

// usage: gazetteer PACKAGES SHARED OUT, gazetteer names ENTITIES OUT, or gazetteer counties PACKAGES SHARED OUT, see README.md
if (args is ["names", var entities, var folder])
{
    Console.WriteLine(NameTraining.Write(entities, folder));
    return 0;
}
if (args is ["counties", var packages, var shared, var counties])
{
    Console.WriteLine(Counties.Write(new(packages, shared, Path.Combine(AppContext.BaseDirectory, "lists")), Path.Combine(packages, "us-atlas"), counties));
    return 0;
}
if (args.Length != 3)
{
    Console.Error.WriteLine("gazetteer: three folders are expected: the unpacked npm packages, the shared data, and where to write. See tools/gazetteer/README.md.");
    return 2;
}
var sources = new Sources(args[0], args[1], Path.Combine(AppContext.BaseDirectory, "lists"));
var atlas = Atlas.Of(sources);
GazetteerWriter.Write(atlas, args[2]);
Console.WriteLine($"{atlas.Countries.Count} countries, {atlas.Regions.Count} regions, {atlas.Cities.Count} cities, {atlas.Names.Count} names in {args[2]}");
return 0;
