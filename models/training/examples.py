"""What draw_examples wrote."""

import numpy as np


class Examples:
    """Files of one folder that hold an example each so many bytes, mapped as far as they have come:

    examples = Examples(folder, {"lines.pixels": (32, 320), "lines.classes": (32,)})
    pixels, classes = examples.arrays
    """

    def __init__(self, folder, shapes):
        self.shapes = {folder / name: shape for name, shape in shapes.items()}
        self.map()

    def map(self):
        """Takes in what has been added since."""
        self.count = min(file.stat().st_size // int(np.prod(shape)) for file, shape in self.shapes.items())
        self.arrays = [
            np.memmap(file, np.uint8, "r", shape=(self.count, *shape)) for file, shape in self.shapes.items()
        ]
