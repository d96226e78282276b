using Extract.Tag.Organizations;

namespace Extract.Tests.Tag.Organizations;

public sealed class BaseModelTests
{
    // Weights for features that are no more, or for word lists that say something else now, would be heard as if they meant something.
    [Fact]
    public void The_base_model_was_made_with_the_features_of_now()
    {
        var stamp = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Trained", "organizations", "base.stamp")).Trim();
        Assert.True(stamp == BaseModel.FeatureStamp(), "features of organizations changed: make base.weights anew (tools/organizations/README.md, “The base model”) and train again");
    }
}
