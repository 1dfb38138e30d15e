"""Keras's own models at every width, depth and size that has been published, and at more odd ones."""

import pytest

from tests.templates.test_figures import (
    EFFICIENTNET_SIZES,
    ODD_ALPHAS,
    ODD_SIZES,
    counts_as_keras,
    is_kerass_efficientnet,
)
from tests.templates.test_parity import same_outputs

pytestmark = pytest.mark.keras

ALPHAS_V1 = (0.25, 0.5, 0.75, 1.0)
ALPHAS_V2 = (0.35, 0.5, 0.75, 1.0, 1.3, 1.4)
ALPHAS_V3 = (0.75, 1.0)

COUNTED = [
    *(
        (template, application, {"alpha": alpha}, 224)
        for template, application, alphas in (
            ("mobilenet_v1", "MobileNet", ALPHAS_V1 + ODD_ALPHAS),
            ("mobilenet_v2", "MobileNetV2", ALPHAS_V2 + ODD_ALPHAS),
            ("mobilenet_v3_small", "MobileNetV3Small", ALPHAS_V3 + ODD_ALPHAS),
            ("mobilenet_v3_large", "MobileNetV3Large", ALPHAS_V3 + ODD_ALPHAS),
        )
        for alpha in alphas
    ),
    *(
        (template, application, {"alpha": 0.5}, size)
        for template, application in (
            ("mobilenet_v1", "MobileNet"),
            ("mobilenet_v2", "MobileNetV2"),
            ("mobilenet_v3_small", "MobileNetV3Small"),
        )
        for size in ODD_SIZES
    ),
    *(("efficientnet_b0", "EfficientNetB0", {}, size) for size in ODD_SIZES),
    ("efficientnet_v2_s", "EfficientNetV2S", {}, 384),
    ("resnet_50", "ResNet50", {}, 224),
    ("resnet_101", "ResNet101", {}, 224),
    ("resnet_152", "ResNet152", {}, 224),
    ("xception", "Xception", {}, 299),
    ("convnext_tiny", "ConvNeXtTiny", {}, 224),
]


@pytest.mark.parametrize(("template", "application", "chosen", "size"), COUNTED)
def test_keras_counts_the_same(template, application, chosen, size):
    counts_as_keras(template, application, chosen, size)


@pytest.mark.parametrize("phi", range(len(EFFICIENTNET_SIZES)))
def test_each_stop_of_phi_is_kerass_network(phi):
    is_kerass_efficientnet(phi)


@pytest.mark.parametrize(
    ("template", "application", "chosen", "size"),
    [
        ("mobilenet_v1", "MobileNet", {"alpha": 1.0}, 224),
        ("mobilenet_v1", "MobileNet", {"alpha": 0.25}, 128),
        ("mobilenet_v2", "MobileNetV2", {"alpha": 1.0}, 224),
        ("mobilenet_v2", "MobileNetV2", {"alpha": 1.4}, 160),
        ("mobilenet_v3_small", "MobileNetV3Small", {"alpha": 1.0}, 224),
        ("efficientnet_b0", "EfficientNetB0", {}, 224),
        ("efficientnet_b4", "EfficientNetB4", {}, 64),
        ("resnet_50", "ResNet50", {}, 64),
        ("xception", "Xception", {}, 96),
    ],
)
def test_keras_weights_give_the_same_outputs(
    template, application, chosen, size, tmp_path, request
):
    same_outputs(template, application, chosen, size, tmp_path, request)
